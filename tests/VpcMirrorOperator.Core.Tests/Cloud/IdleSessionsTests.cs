using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.TestSupport.Cloud;

namespace VpcMirrorOperator.Core.Tests.Cloud;

public class IdleSessionsTests
{
    [Fact]
    public void A_thousand_idle_sessions_cost_ten_calls_per_drift_check_interval()
    {
        var thread = new VirtualThread { Step = TimeSpan.FromMilliseconds(200) };
        var cloud = new ListEndpoint(thread.Time);
        var reader = new SessionReader(TestClient.Create(cloud, thread.Time), thread.Time);
        var next = new RequeueSchedule(new Random(1), new LearnedLimits());
        var declared = Given.Declared([]);
        var interval = declared.Spec.DriftInterval();
        var oldest = TimeSpan.Zero;

        async Task ReadAsync(int number)
        {
            while (true)
            {
                var session = new SessionRef(Accounts.Default, Given.Region, $"tms-{number}");
                var snapshot = await reader.ReadAsync(session, interval, CancellationToken.None);
                var now = thread.Time.GetUtcNow();
                if (now - snapshot.ReadAt > oldest) oldest = now - snapshot.ReadAt;
                var plan = new Plan(new Decision.Done("as declared"), Facts: null);
                await Task.Delay(next.After(new Observation(declared, snapshot, plan, SessionMemory.Empty, now)), thread.Time);
            }
        }

        thread.Pass(interval / 10, () =>
        {
            for (var i = 0; i < 1000; i++) _ = ReadAsync(i);
        });
        Assert.Equal(10, cloud.Calls.Count);
        thread.Pass(interval * 10);
        Assert.InRange(cloud.Calls.Count - 10, 80, 100);
        Assert.True(oldest <= interval);
    }
}
