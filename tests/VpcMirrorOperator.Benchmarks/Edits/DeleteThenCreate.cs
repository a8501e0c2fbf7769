using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.Benchmarks.World;

namespace VpcMirrorOperator.Benchmarks.Edits;

/// <summary>
/// How AWS ACK edits the rules of a security group (aws-controllers-k8s/ec2-controller at 0874ca3c, <c>syncSGRules</c>), with the rules of
/// a mirror filter: those that are not declared like this are deleted one by one, then those that are missing are created one by one. Its
/// calls take effect at once; here each is waited for, with a look each second.
/// </summary>
internal sealed class DeleteThenCreate(RpcClient cloud, TimeProvider time)
{
    private int _tokens;

    public async Task RunAsync(DeclaredEdit edit)
    {
        var latest = await ReadAsync();
        var wanted = WireRules.Of(edit.Rules);
        foreach (var rule in latest.Where(rule => !wanted.Any(one => AreEqual(rule, one)))) await DeleteAsync(rule);
        foreach (var rule in wanted.Where(one => !latest.Any(rule => AreEqual(rule, one)))) await CreateAsync(rule);
        await ReadAsync();
    }

    private static bool AreEqual(ListedFilterRule listed, NewFilterRule wanted) =>
        listed.Priority == wanted.Priority && listed.Protocol == wanted.Protocol && listed.Action == wanted.Action
        && listed.DestinationPortRange == wanted.DestinationPortRange;

    private async Task DeleteAsync(ListedFilterRule rule)
    {
        await cloud.SendAsync(
            new DeleteTrafficMirrorFilterRulesRequest
            {
                RegionId = BenchWorld.Region, TrafficMirrorFilterId = EditWorld.FilterId, ClientToken = $"ack-{++_tokens}",
                TrafficMirrorFilterRuleIds = [rule.TrafficMirrorFilterRuleId!],
            },
            CancellationToken.None);
        await UntilAsync(rules => rules.All(one => one.TrafficMirrorFilterRuleId != rule.TrafficMirrorFilterRuleId));
    }

    private async Task CreateAsync(NewFilterRule rule)
    {
        await cloud.SendAsync(
            new CreateTrafficMirrorFilterRulesRequest
            {
                RegionId = BenchWorld.Region, TrafficMirrorFilterId = EditWorld.FilterId, ClientToken = $"ack-{++_tokens}",
                IngressRules = [rule],
            },
            CancellationToken.None);
        await UntilAsync(rules => rules.All(one => one.TrafficMirrorFilterRuleStatus == "Created"));
    }

    private async Task UntilAsync(Func<IReadOnlyList<ListedFilterRule>, bool> isSo)
    {
        while (!isSo(await ReadAsync())) await Task.Delay(TimeSpan.FromSeconds(1), time);
    }

    private async Task<IReadOnlyList<ListedFilterRule>> ReadAsync()
    {
        var request = new ListTrafficMirrorFiltersRequest { RegionId = BenchWorld.Region, TrafficMirrorFilterIds = [EditWorld.FilterId] };
        var list = await cloud.SendAsync(request, CancellationToken.None);
        return [.. list.TrafficMirrorFilters!.Single().IngressRules!];
    }
}
