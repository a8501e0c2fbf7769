using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.Api.Json;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Kinds.Filters;

/// <summary>The kind <see cref="TrafficMirrorFilter"/> as stores and informers see it.</summary>
internal static class FilterKind
{
    private static readonly KeptMetadata Kept = new() { Annotations = [Annotations.ReconcileRequestedAt, Annotations.Recreate] };

    /// <summary>How objects are read by those who want to know more of them than the operator does.</summary>
    /// <param name="annotations">Further annotations.</param>
    /// <param name="labels">Labels.</param>
    public static JsonTypeInfo<TrafficMirrorFilter> TypeWith(IEnumerable<string> annotations, IReadOnlyList<string> labels) =>
        (Kept with { Annotations = [.. Kept.Annotations, .. annotations], Labels = labels }).Of(OperatorJson.Default.TrafficMirrorFilter);

    /// <summary>Where it is served, how it is read and written.</summary>
    public static ResourceKind<TrafficMirrorFilter> Resource { get; } = new()
    {
        Kind = TrafficMirrorFilter.KindName,
        Path = new ResourcePath("vpcmirror.io", "v1alpha1", "trafficmirrorfilters"),
        Type = Kept.Of(OperatorJson.Default.TrafficMirrorFilter),
        Conditions = filter => filter.Status?.Conditions ?? [],
        SaysTheSame = FilterStatusBuilder.SaysTheSame,
        HasOpenCall = filter => filter.Status?.Operation is { AcceptedAt: null },
        Finalizers = filter => FilterFinalizers.Of(filter, hasOpenWrite: filter.Status?.Operation is not null),
        Identity = filter => filter.Filter().Identity,
        Spec = filter => JsonSerializer.SerializeToNode(filter.Spec, OperatorJson.Default.TrafficMirrorFilterSpec)!.AsObject(),
        Status = filter => filter.Status is { } status
            ? JsonSerializer.SerializeToNode(status, OperatorJson.Default.TrafficMirrorFilterStatus)!.AsObject()
            : null,
    };
}
