using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Tagging;
using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Simulation.Loop;
using VpcMirrorOperator.Simulation.Network;
using VpcMirrorOperator.Simulation.Scenario;

namespace VpcMirrorOperator.Simulation.Lives;

/// <summary>Stands in for an operator with a defect: it records and calls what a test says, in a world without any other.</summary>
internal sealed class Culprit
{
    private readonly SimProcess _process;
    private readonly RpcClient _client;
    private int _sequence;

    public Culprit(LifeProfile profile, int seed = 1)
    {
        World = new LifeWorld(seed, profile);
        World.Network.Faults = SeededFaults.None;
        _process = World.Loop.CreateProcess("culprit");
        _client = SimOperator.Client(World.Network, World.Answer, _process, World.Loop.RandomFor("culprit"));
    }

    public LifeWorld World { get; }

    public TrafficMirrorSession Session(string name) => World.Sessions.Get(new ObjectKey(LifeWorld.OwnNamespace, name));

    public TrafficMirrorFilter Filter(string name) => World.Filters.Get(new ObjectKey(LifeWorld.OwnNamespace, name));

    /// <summary>What a run of the defect says.</summary>
    public string Says(Func<Task> defect)
    {
        var done = _process.Start(defect);
        return Assert.Throws<SimulationException>(() => World.Loop.RunUntil(() => done.IsCompleted, TimeSpan.FromMinutes(20))).Message;
    }

    /// <summary>Runs what breaks nothing yet.</summary>
    public void Run(Func<Task> prelude)
    {
        var done = _process.Start(prelude);
        World.Loop.RunUntil(() => done.IsCompleted, TimeSpan.FromMinutes(20));
    }

    public Task Wait(int seconds) => Task.Delay(TimeSpan.FromSeconds(seconds), _process.Time);

    /// <summary>Records an operation of a session's object.</summary>
    public OperationState Record(TrafficMirrorSession declared, OperationVerb verb, string? target = null)
    {
        var operation = Operation(declared.Metadata.Uid, verb, target);
        World.Sessions.WriteStatus(declared, Status(declared) with { Operation = operation });
        return operation;
    }

    /// <summary>Records an operation of a filter's object.</summary>
    public OperationState Record(TrafficMirrorFilter declared, OperationVerb verb, string? target = null)
    {
        var operation = Operation(declared.Metadata.Uid, verb, target);
        World.Filters.WriteStatus(
            declared, declared with { Status = (declared.Status ?? new TrafficMirrorFilterStatus()) with { Operation = operation } });
        return operation;
    }

    /// <summary>Says that all is well with a session, or anything else of it.</summary>
    public void Say(TrafficMirrorSession declared, string reason, bool ready, string? id) => World.Sessions.WriteStatus(
        declared, Status(declared) with
        {
            Operation = null, TrafficMirrorSessionId = id, ObservedGeneration = declared.Metadata.Generation,
            Conditions = [new Condition
            {
                Type = ConditionTypes.Ready, Status = ready ? ConditionStatus.True : ConditionStatus.False, Reason = reason, Message = "",
                LastTransitionTime = World.Now,
            }],
        });

    /// <summary>Creates a session for an object, with its mark.</summary>
    public async Task<string> CreateAsync(TrafficMirrorSession declared)
    {
        var operation = Record(declared, OperationVerb.Create);
        var answer = await _client.SendAsync(
            new CreateTrafficMirrorSessionRequest
            {
                RegionId = LifeCloud.Region, TrafficMirrorFilterId = LifeCloud.FilterId, TrafficMirrorTargetType = "NetworkInterface",
                TrafficMirrorTargetId = LifeMaker.Target(0).Id, Priority = 10 + _sequence, TrafficMirrorSourceIds = [LifeMaker.Id(1)],
                ClientToken = operation.ClientToken, Enabled = true,
                Tag =
                [
                    new ResourceTag { Key = IdentityTags.CreatedBy, Value = CloudTruth.MarkOf(declared.Key(), true) },
                    new ResourceTag { Key = IdentityTags.Owner, Value = declared.Metadata.Uid },
                ],
            },
            CancellationToken.None);
        return answer.TrafficMirrorSessionId!;
    }

    /// <summary>Calls; a refusal is no matter.</summary>
    public async Task CallAsync<T>(IVpcRequest<T> request)
        where T : IRpcResponse
    {
        try
        {
            await _client.SendAsync(request, CancellationToken.None);
        }
        catch (CloudException refused)
        {
            _process.Trace(refused.Message);
        }
    }

    private static TrafficMirrorSessionStatus Status(TrafficMirrorSession declared) => declared.Status ?? new TrafficMirrorSessionStatus();

    private OperationState Operation(string uid, OperationVerb verb, string? target) => new()
    {
        Sequence = ++_sequence, Verb = verb, Target = target, ClientToken = $"{uid}-{_sequence}", Holder = "culprit",
        StartedAt = _process.Time.GetUtcNow(),
    };
}
