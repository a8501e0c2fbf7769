using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Simulation.Loop;

namespace VpcMirrorOperator.Simulation.Scenario;

/// <summary>The filters on the API server of a simulation.</summary>
internal sealed class SimFilterStore(SimLoop loop) : ObjectServer<TrafficMirrorFilter>(loop)
{
    /// <summary>As <see cref="SimStore.StatusWritten"/>.</summary>
    public event Action<TrafficMirrorFilter, TrafficMirrorFilterStatus>? StatusWritten;

    public void EditSpec(ObjectKey key, Func<TrafficMirrorFilterSpec, TrafficMirrorFilterSpec> edit) =>
        PutEdited(Get(key), Get(key) with { Spec = edit(Get(key).Spec) });

    /// <summary>As <see cref="SimStore.RestoreStatus"/>.</summary>
    public void RestoreStatus(ObjectKey key, TrafficMirrorFilterStatus? status) => Put(Get(key) with { Status = status }, false);

    protected override string UidOf(int number) => $"uid-f{number}";

    protected override TrafficMirrorFilter With(TrafficMirrorFilter item, ObjectMeta metadata) => item with { Metadata = metadata };

    protected override TrafficMirrorFilter WithSpecOf(TrafficMirrorFilter item, TrafficMirrorFilter other) =>
        item with { Spec = other.Spec };

    protected override TrafficMirrorFilter WithStatusOf(TrafficMirrorFilter item, TrafficMirrorFilter? other) =>
        item with { Status = other?.Status };

    protected override bool HaveSameSpec(TrafficMirrorFilter one, TrafficMirrorFilter other) => one.Spec == other.Spec;

    protected override void BeforeStatus(TrafficMirrorFilter current, TrafficMirrorFilter changed) =>
        StatusWritten?.Invoke(current, changed.Status!);
}
