using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.Benchmarks.World;

namespace VpcMirrorOperator.Benchmarks.Edits;

/// <summary>
/// What Terraform's provider does for an edit, written from the behaviour of its resources for session, filter and rule
/// (terraform-provider-alicloud at 81c43b67). The provider itself was not run; its refresh before the update is not counted.
/// </summary>
internal sealed class TerraformEdit(RpcClient cloud, TimeProvider time)
{
    private const string Region = BenchWorld.Region;
    private readonly TerraformSteps _steps = new(time);
    private string _filter = EditWorld.FilterId;

    /// <summary>Rules in the filter's own block are <c>ForceNew</c>: the filter is replaced. By default the old one goes first.</summary>
    public async Task ReplaceFilterAsync(DeclaredEdit edit)
    {
        await DeleteFilterAsync(_filter);
        await CreateFilterAsync(edit);
        await UpdateSessionAsync(edit);
    }

    /// <summary>The same with <c>create_before_destroy</c>: the session is pointed at the new filter before the old one goes.</summary>
    public async Task ReplaceFilterNewFirstAsync(DeclaredEdit edit)
    {
        var old = _filter;
        await CreateFilterAsync(edit);
        await UpdateSessionAsync(edit);
        await DeleteFilterAsync(old);
    }

    /// <summary>Rules as resources of their own are updated in place, all at once.</summary>
    /// <param name="rules">Rule id, number and ports of each that changes.</param>
    public Task UpdateRulesAsync(IEnumerable<(string Id, int Priority, string Ports)> rules) =>
        Task.WhenAll(rules.Select(rule => UpdateRuleAsync(rule.Id, rule.Priority, rule.Ports)));

    /// <summary><c>packet_length</c> is <c>ForceNew</c>: the session is replaced. It cannot come before the old one goes: its priority is
    /// taken.</summary>
    public async Task ReplaceSessionAsync(DeclaredEdit edit)
    {
        await _steps.RetryAsync(token => cloud.SendAsync(
            new DeleteTrafficMirrorSessionRequest
            {
                RegionId = Region, TrafficMirrorSessionId = EditWorld.SessionId, ClientToken = token,
            },
            CancellationToken.None));
        await _steps.WaitAsync(async () => await SessionAsync(EditWorld.SessionId) is null);
        await CreateSessionAsync(edit);
    }

    /// <summary>Target, filter, priority and the like are updated in place.</summary>
    public async Task UpdateSessionAsync(DeclaredEdit edit)
    {
        await _steps.RetryAsync(token => cloud.SendAsync(
            new UpdateTrafficMirrorSessionAttributeRequest
            {
                RegionId = Region, TrafficMirrorSessionId = EditWorld.SessionId, ClientToken = token, TrafficMirrorFilterId = _filter,
                TrafficMirrorTargetId = edit.Target, TrafficMirrorTargetType = "NetworkInterface", Priority = 100,
            },
            CancellationToken.None));
        await SettledAsync(EditWorld.SessionId);
    }

    /// <summary>One Create with all sources.</summary>
    public async Task CreateSessionAsync(DeclaredEdit edit)
    {
        var created = await _steps.RetryAsync(token => cloud.SendAsync(
            new CreateTrafficMirrorSessionRequest
            {
                RegionId = Region, ClientToken = token, TrafficMirrorFilterId = _filter, TrafficMirrorTargetId = edit.Target,
                TrafficMirrorTargetType = "NetworkInterface", Priority = 100, VirtualNetworkId = 7, PacketLength = edit.PacketLength,
                Enabled = true, TrafficMirrorSourceIds = edit.Sources,
            },
            CancellationToken.None));
        await SettledAsync(created.TrafficMirrorSessionId!);
    }

    private async Task UpdateRuleAsync(string id, int priority, string ports)
    {
        await _steps.RetryAsync(token => cloud.SendAsync(
            new UpdateTrafficMirrorFilterRuleAttributeRequest
            {
                RegionId = Region, TrafficMirrorFilterRuleId = id, ClientToken = token, Priority = priority, DestinationPortRange = ports,
            },
            CancellationToken.None));
        await _steps.WaitAsync(
            async () => (await FilterAsync(_filter))!.IngressRules!.Single(rule => rule.TrafficMirrorFilterRuleId == id)
                .TrafficMirrorFilterRuleStatus == "Created",
            TimeSpan.FromSeconds(5));
        await FilterAsync(_filter);
    }

    private async Task CreateFilterAsync(DeclaredEdit edit)
    {
        var created = await _steps.RetryAsync(token => cloud.SendAsync(
            new CreateTrafficMirrorFilterRequest { RegionId = Region, ClientToken = token, IngressRules = WireRules.Of(edit.Rules) },
            CancellationToken.None));
        _filter = created.TrafficMirrorFilterId!;
        await _steps.WaitAsync(async () => (await FilterAsync(_filter))?.TrafficMirrorFilterStatus == "Created");
        await FilterAsync(_filter);
    }

    private async Task DeleteFilterAsync(string id)
    {
        await _steps.RetryAsync(token => cloud.SendAsync(
            new DeleteTrafficMirrorFilterRequest { RegionId = Region, TrafficMirrorFilterId = id, ClientToken = token },
            CancellationToken.None));
        await _steps.WaitAsync(async () => await FilterAsync(id) is null);
    }

    private async Task SettledAsync(string session)
    {
        await _steps.WaitAsync(async () => (await SessionAsync(session))?.TrafficMirrorSessionStatus == "Created");
        await SessionAsync(session);
    }

    private async Task<ListedTrafficMirrorSession?> SessionAsync(string id)
    {
        var request = new ListTrafficMirrorSessionsRequest { RegionId = Region, TrafficMirrorSessionIds = [id] };
        return await cloud.SendAsync(request, CancellationToken.None) is { TrafficMirrorSessions: [var found, ..] } ? found : null;
    }

    private async Task<ListedTrafficMirrorFilter?> FilterAsync(string id)
    {
        var request = new ListTrafficMirrorFiltersRequest { RegionId = Region, TrafficMirrorFilterIds = [id] };
        return await cloud.SendAsync(request, CancellationToken.None) is { TrafficMirrorFilters: [var found, ..] } ? found : null;
    }
}
