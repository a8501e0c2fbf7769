using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Emulator.Faults;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions;

/// <summary>Ready speaks only of what was seen: an object whose session cannot be read says so within two minutes.</summary>
public class UnobservedTests
{
    private const int AnHour = 3_600_000;

    [Theory]
    [InlineData(FaultKind.Throttle, null, Reasons.Throttled)]
    [InlineData(FaultKind.Throttle, AnHour, Reasons.Throttled)]
    [InlineData(FaultKind.Error, null, Reasons.CloudUnavailable)]
    [InlineData(FaultKind.DropBeforeEffect, null, Reasons.CloudUnreachable)]
    public void A_failing_read_makes_Ready_unknown(FaultKind kind, int? retryAfterMs, string reason)
    {
        var rig = Synced();
        rig.Cloud.Faults.Add(new FaultRule { Kind = kind, RetryAfterMs = retryAfterMs, Action = "ListTrafficMirrorSessions" });
        rig.RunFor(TimeSpan.FromMinutes(5));
        rig.RunFor(TimeSpan.FromMinutes(2));

        Assert.Equal((ConditionStatus.Unknown, reason), (rig.Ready.Status, rig.Ready.Reason));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    public void The_log_has_the_whole_text_once_and_the_code_of_each_further_attempt(int? retryAfterMs)
    {
        var rig = Synced();
        rig.Cloud.Faults.Add(
            new FaultRule { Kind = FaultKind.Error, RetryAfterMs = retryAfterMs, Code = "Forbidden.RAM", Status = 403 });
        rig.RunFor(TimeSpan.FromMinutes(30));

        Assert.Single(rig.Log.Lines, line => line.Text.Contains("Cannot read the session", StringComparison.Ordinal));
        if (retryAfterMs is null)
            Assert.Equal("ListTrafficMirrorSessions: Forbidden.RAM", Assert.IsType<Outcome.Failure>(rig.Reconcile()).Reason);
        else
            Assert.Contains(
                rig.Log.Lines, line => line.Text.EndsWith(": ListTrafficMirrorSessions: Forbidden.RAM", StringComparison.Ordinal));
    }

    [Fact]
    public void The_message_names_the_last_observation_and_so_does_another_process()
    {
        var rig = Synced();
        var seen = rig.Status.LastObservedTime!.Value;
        rig.Cloud.Faults.Add(new FaultRule { Kind = FaultKind.Error, Action = "ListTrafficMirrorSessions" });
        rig.RunUntil(() => rig.Ready.Status == ConditionStatus.Unknown);
        var told = rig.Ready.Message;
        Assert.EndsWith($" Last seen {seen.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}.", told, StringComparison.Ordinal);

        rig.Reconciler = rig.Process("another");
        rig.RunFor(TimeSpan.FromMinutes(10));
        Assert.Equal(told, rig.Ready.Message);
    }

    [Fact]
    public void A_session_that_was_never_seen_says_so()
    {
        var rig = new EngineRig(Given.Ids(1, 2), []);
        rig.Cloud.Faults.Add(new FaultRule { Kind = FaultKind.Error, Action = "ListTrafficMirrorSessions" });
        rig.RunFor(TimeSpan.FromMinutes(1));
        Assert.EndsWith(" It has not been seen yet.", rig.Ready.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reconciles_that_do_not_come_to_an_end_are_told_by_the_next()
    {
        var rig = Synced();
        rig.Store.IsBroken = true;
        Assert.Throws<InvalidOperationException>(() => rig.Reconcile());
        Assert.Equal(ConditionStatus.True, rig.Ready.Status);
        rig.Thread.Pass(TimeSpan.FromSeconds(121));
        Assert.Throws<InvalidOperationException>(() => rig.Reconcile());

        Assert.Equal((ConditionStatus.Unknown, Reasons.NotObserved), (rig.Ready.Status, rig.Ready.Reason));
        Assert.Contains(" Last seen 20", rig.Ready.Message, StringComparison.Ordinal);
        rig.Store.IsBroken = false;
        rig.RunUntilReady();
    }

    [Fact]
    public void An_observation_at_rest_is_no_write()
    {
        var rig = Synced();
        var (writes, seen) = (rig.Store.Written.Count, rig.Status.LastObservedTime);
        rig.RunFor(TimeSpan.FromHours(1));
        Assert.Equal((writes, seen), (rig.Store.Written.Count, rig.Status.LastObservedTime));
    }

    [Fact]
    public void One_answer_that_asks_for_an_hour_hides_nothing_for_longer_than_five_minutes()
    {
        var rig = Synced();
        rig.Cloud.Faults.Add(new FaultRule
        {
            Kind = FaultKind.Throttle, RetryAfterMs = AnHour, Times = 1, Action = "ListTrafficMirrorSessions",
        });
        rig.RunUntil(() => rig.Ready.Status == ConditionStatus.Unknown);
        var asked = rig.Thread.Time.GetUtcNow();
        rig.RunUntilReady();

        Assert.InRange(rig.Thread.Time.GetUtcNow() - asked, TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5.1));
    }

    [Fact]
    public void Writes_that_have_to_wait_for_long_are_told()
    {
        var rig = new EngineRig(Given.Ids(1, 2), []);
        rig.UseUpWrites(40);
        rig.Reconcile();

        Assert.Equal((ConditionStatus.Unknown, Reasons.Throttled), (rig.Ready.Status, rig.Ready.Reason));
        Assert.Null(rig.Status.Operation);
        rig.RunUntilReady();
    }

    private static EngineRig Synced()
    {
        var rig = new EngineRig(Given.Ids(1, 2), Given.Ids(1, 2));
        rig.RunUntilReady();
        return rig;
    }
}
