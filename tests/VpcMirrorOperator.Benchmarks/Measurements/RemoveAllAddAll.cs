using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.Benchmarks.World;

namespace VpcMirrorOperator.Benchmarks.Measurements;

/// <summary>
/// How the Terraform provider changes a session's sources (terraform-provider-alicloud, resource_alicloud_vpc_traffic_mirror_session.go at
/// 81c43b67): removes all old ones, waits, adds all new ones, waits, reads. Written from its behaviour, with its pauses between
/// observations.
/// </summary>
internal sealed class RemoveAllAddAll(RpcClient cloud, TimeProvider time, string session)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    public async Task UpdateAsync(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        await cloud.SendAsync(
            new RemoveSourcesFromTrafficMirrorSessionRequest
            {
                RegionId = BenchWorld.Region, TrafficMirrorSessionId = session, TrafficMirrorSourceIds = before, ClientToken = "tf-remove",
            },
            CancellationToken.None);
        await WaitUntilCreatedAsync();
        await cloud.SendAsync(
            new AddSourcesToTrafficMirrorSessionRequest
            {
                RegionId = BenchWorld.Region, TrafficMirrorSessionId = session, TrafficMirrorSourceIds = after, ClientToken = "tf-add",
            },
            CancellationToken.None);
        await WaitUntilCreatedAsync();
        await StatusAsync();
    }

    private async Task WaitUntilCreatedAsync()
    {
        for (var pause = FirstPause; await StatusAsync() != "Created"; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
            await Task.Delay(pause, time);
    }

    private async Task<string?> StatusAsync()
    {
        var request = new ListTrafficMirrorSessionsRequest { RegionId = BenchWorld.Region, TrafficMirrorSessionIds = [session] };
        var list = await cloud.SendAsync(request, CancellationToken.None);
        return list.TrafficMirrorSessions![0].TrafficMirrorSessionStatus;
    }
}
