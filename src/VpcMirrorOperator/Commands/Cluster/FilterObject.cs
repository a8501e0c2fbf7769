using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Kubernetes.Events;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Output.Cluster;

namespace VpcMirrorOperator.Commands.Cluster;

/// <summary>A filter of a cluster.</summary>
internal sealed class FilterObject(TrafficMirrorFilter filter) : ClusterObject
{
    /// <summary>The object.</summary>
    public TrafficMirrorFilter Filter => filter;

    /// <inheritdoc/>
    public override ObjectMeta Metadata => filter.Metadata;

    /// <inheritdoc/>
    public override string Argument => ObjectName.FilterPrefix + filter.Metadata.Name;

    /// <inheritdoc/>
    public override string Shown => $"{TrafficMirrorFilter.KindName} {filter.Key()}";

    /// <inheritdoc/>
    public override StatusItem Status => StatusItem.Of(filter);

    /// <inheritdoc/>
    public override bool IsSuspended => filter.Spec.IsSuspended();

    /// <inheritdoc/>
    public override bool HasOpenWrite => filter.Status?.Operation is not null;

    /// <inheritdoc/>
    public override string? LastHandledReconcileAt => filter.Status?.LastHandledReconcileAt;

    /// <inheritdoc/>
    public override DiffItem Diff => DiffItem.OfStatus(filter);

    /// <inheritdoc/>
    public override ClusterObject With(bool suspend) =>
        new FilterObject(filter with { Spec = filter.Spec with { Suspend = suspend ? true : null } });

    /// <inheritdoc/>
    public override ClusterObject With(string annotation, string value) =>
        new FilterObject(filter with { Metadata = Annotated(annotation, value) });

    /// <inheritdoc/>
    public override HistoryReport History(IReadOnlyList<ReportedEvent> events) => HistoryReport.Of(filter, events);

    /// <inheritdoc/>
    public override Approval Approve(string? hash) => throw new CommandException(
        $"{Shown}: plans of filters are not approved. One that takes the last accepting rule of a direction goes on with "
        + "spec.safety.allowEmpty: true.\n"
        + $"  Look at it: vpc-mirror diff {Again}");
}
