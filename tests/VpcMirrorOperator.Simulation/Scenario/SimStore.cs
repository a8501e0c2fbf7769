using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Simulation.Loop;

namespace VpcMirrorOperator.Simulation.Scenario;

/// <summary>The sessions on the API server of a simulation.</summary>
internal sealed class SimStore(SimLoop loop) : ObjectServer<TrafficMirrorSession>(loop)
{
    /// <summary>Raised before a status is stored, with the object as it is: the place to check what an intent may be.</summary>
    public event Action<TrafficMirrorSession, TrafficMirrorSessionStatus>? StatusWritten;

    public void EditSpec(ObjectKey key, Func<TrafficMirrorSessionSpec, TrafficMirrorSessionSpec> edit) =>
        PutEdited(Get(key), Get(key) with { Spec = edit(Get(key).Spec) });

    public TrafficMirrorSession WriteStatus(TrafficMirrorSession read, TrafficMirrorSessionStatus status) =>
        WriteStatus(read, read with { Status = status });

    /// <summary>Somebody else than the operator replaces the status: it is lost, or an old backup of it is restored.</summary>
    public void RestoreStatus(ObjectKey key, TrafficMirrorSessionStatus? status) => Put(Get(key) with { Status = status }, false);

    protected override string UidOf(int number) => $"uid-{number}";

    protected override TrafficMirrorSession With(TrafficMirrorSession item, ObjectMeta metadata) => item with { Metadata = metadata };

    protected override TrafficMirrorSession WithSpecOf(TrafficMirrorSession item, TrafficMirrorSession other) =>
        item with { Spec = other.Spec };

    protected override TrafficMirrorSession WithStatusOf(TrafficMirrorSession item, TrafficMirrorSession? other) =>
        item with { Status = other?.Status };

    protected override bool HaveSameSpec(TrafficMirrorSession one, TrafficMirrorSession other) => one.Spec == other.Spec;

    protected override void BeforeStatus(TrafficMirrorSession current, TrafficMirrorSession changed) =>
        StatusWritten?.Invoke(current, changed.Status!);
}
