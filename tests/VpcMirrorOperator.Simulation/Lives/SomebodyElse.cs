using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.Emulator.Filters;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Simulation.Loop;
using VpcMirrorOperator.Simulation.Network;
using VpcMirrorOperator.Simulation.Scenario;

namespace VpcMirrorOperator.Simulation.Lives;

/// <summary>
/// Another tool, or a person at the console, with the same rights in the account: through the API, over a network of its own.
/// </summary>
internal sealed class SomebodyElse
{
    private readonly LifeWorld _world;
    private readonly Random _random;
    private readonly SimProcess _process;
    private readonly RpcClient _client;
    private int _copies;

    public SomebodyElse(LifeWorld world, Random random)
    {
        (_world, _random, _process) = (world, random, world.Loop.CreateProcess("somebody"));
        var network = new SimNetwork(world.Loop, SeededFaults.None);
        _client = SimOperator.Client(network, world.AnswerAnybody, _process, random);
    }

    /// <summary>Deletes a session or a filter.</summary>
    public void Delete(string id)
    {
        if (id.StartsWith("tms-", StringComparison.Ordinal))
            Call(id, new DeleteTrafficMirrorSessionRequest { RegionId = LifeCloud.Region, TrafficMirrorSessionId = id });
        else Call(id, new DeleteTrafficMirrorFilterRequest { RegionId = LifeCloud.Region, TrafficMirrorFilterId = id });
    }

    /// <summary>Takes all tags off.</summary>
    public void Strip(string id)
    {
        var type = id.StartsWith("tms-", StringComparison.Ordinal) ? "TRAFFICMIRRORSESSION" : "TRAFFICMIRRORFILTER";
        Call(
            id, new UnTagResourcesRequest { RegionId = LifeCloud.Region, ResourceId = [id], ResourceType = type, All = true },
            () => _world.Truth.Stripped(id));
    }

    /// <summary>Makes another session with the tags of this one.</summary>
    public void Copy(string id)
    {
        if (_world.Truth.Session(id) is not { } session) return;
        if (_world.Truth.Find(id)!.Mark is { } mark) _world.Truth.Copied(mark);
        MakeSession(session with { Pending = null, CreatedIn = null, Status = Emulator.Sessions.SessionStatus.Created }, 200 + _copies);
    }

    /// <summary>Takes a number.</summary>
    public void TakePriority(int priority)
    {
        if (_world.Truth.Session(LifeCloud.SessionId) is { } known) MakeSession(
            known with { Tags = known.Tags.Clear(), Pending = null, CreatedIn = null }, priority);
    }

    /// <summary>Changes one attribute of a session.</summary>
    public void ChangeSession(string id)
    {
        var other = new UpdateTrafficMirrorSessionAttributeRequest { RegionId = LifeCloud.Region, TrafficMirrorSessionId = id };
        Call(id, _random.Next(6) switch
        {
            0 or 1 => other with
            {
                TrafficMirrorTargetType = "NetworkInterface", TrafficMirrorTargetId = LifeMaker.Target(_random.Next(3)).Id,
            },
            2 => other with { TrafficMirrorFilterId = _random.Next(2) == 0 ? "tmf-other" : LifeCloud.FilterId },
            3 => other with { VirtualNetworkId = _random.Next(7, 9) },
            4 => other with { PacketLength = _random.Next(2) == 0 ? 500 : 900 },
            _ => other with { Enabled = _random.Next(2) == 0, TrafficMirrorSessionName = "somebody's" },
        });
    }

    /// <summary>Adds or removes sources.</summary>
    public void ChangeSources(string id)
    {
        var source = LifeMaker.Id(_random.Next(8));
        _world.Truth.Touched(id);
        var code = _random.Next(2) == 0
            ? _world.Cloud.ForeignAdd(LifeCloud.Account, LifeCloud.Region, id, [source])
            : _world.Cloud.ForeignRemove(LifeCloud.Account, LifeCloud.Region, id, [source]);
        _process.Trace($"changes sources of {id}: {code}");
    }

    /// <summary>Adds, deletes or changes a rule of a filter.</summary>
    public void ChangeRules(string id)
    {
        if (_world.Truth.Filter(id) is not { } filter) return;
        var rule = filter.Rules.Count == 0 ? null : filter.Rules[_random.Next(filter.Rules.Count)];
        switch (_random.Next(3))
        {
            case 0 when rule is not null: DeleteRule(id, rule); break;
            case 1 when rule is not null: MoveRule(id, rule); break;
            default: AddRule(id); break;
        }
    }

    private void DeleteRule(string id, RuleSeed rule) => Call(id, new DeleteTrafficMirrorFilterRulesRequest
    {
        RegionId = LifeCloud.Region, TrafficMirrorFilterId = id, TrafficMirrorFilterRuleIds = [rule.Id],
    });

    private void MoveRule(string id, RuleSeed rule) => Call(id, new UpdateTrafficMirrorFilterRuleAttributeRequest
    {
        RegionId = LifeCloud.Region, TrafficMirrorFilterRuleId = rule.Id,
        Priority = _random.Next(2) == 0 ? _random.Next(1, 30) : null,
        RuleAction = rule.Action == RuleAction.Accept ? "drop" : "accept",
    });

    private void AddRule(string id)
    {
        var rule = new NewFilterRule
        {
            Action = "accept", Protocol = "ALL", SourceCidrBlock = "10.9.0.0/16", DestinationCidrBlock = "0.0.0.0/0",
            Priority = _random.Next(1, 30),
        };
        Call(id, new CreateTrafficMirrorFilterRulesRequest
        {
            RegionId = LifeCloud.Region, TrafficMirrorFilterId = id,
            IngressRules = _random.Next(2) == 0 ? [rule] : [], EgressRules = [],
        });
    }

    private void MakeSession(SessionSeed like, int priority)
    {
        var session = like with { Id = $"tms-copy{++_copies}", Priority = priority };
        _process.Trace($"makes {session.Id}: {_world.Cloud.ForeignCreate(LifeCloud.Account, LifeCloud.Region, session)}");
    }

    private void Call<T>(string id, IVpcRequest<T> request, Action? unmarked = null)
        where T : IRpcResponse => _process.Start(async () =>
    {
        try
        {
            _world.Truth.Touched(id);
            await _client.SendAsync(request, CancellationToken.None);
            unmarked?.Invoke();
            _process.Trace($"{request.Action} {id}");
        }
        catch (CloudException refused)
        {
            _process.Trace($"{request.Action} {id}: {refused.Code}");
            // The answer may be lost of what was done.
            if (_world.Truth.Find(id) is { Mark: null }) unmarked?.Invoke();
        }
    });
}
