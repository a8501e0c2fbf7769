using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Policies.Cluster;

/// <summary>Terway's <c>PodENI</c>: a pod that has interfaces of its own. Its name and namespace are the pod's.</summary>
internal sealed record PodEniObject
{
    private const string Bound = "Bind";

    /// <summary>Name and namespace.</summary>
    public ObjectMeta Metadata { get => field ?? new ObjectMeta(); init; }

    /// <summary>What Terway reports.</summary>
    public PodEniStatus? Status { get; init; }

    /// <summary>
    /// The interfaces that are bound to the pod now. An object that survives its pod (a fixed address) is unbound, and holds none.
    /// </summary>
    public IReadOnlyList<string> Interfaces => Status is { Phase: Bound, EniInfos: { } infos }
        ? [.. infos.Where(one => one.Value is { Status: Bound }).Select(one => one.Key).Order(StringComparer.Ordinal)]
        : [];
}

/// <summary>The part of a PodENI's status that is used.</summary>
internal sealed record PodEniStatus
{
    /// <summary>Bind, Binding, Unbind, Detaching, Deleting, or empty.</summary>
    public string? Phase { get; init; }

    /// <summary>Interfaces by id; a value may be null.</summary>
    public IReadOnlyDictionary<string, EniInfo?>? EniInfos { get; init; }
}

/// <summary>One interface of a PodENI.</summary>
internal sealed record EniInfo
{
    /// <summary>Bind, Unbind or Deleted.</summary>
    public string? Status { get; init; }
}
