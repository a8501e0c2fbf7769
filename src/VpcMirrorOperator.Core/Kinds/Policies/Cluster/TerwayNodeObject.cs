using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Policies.Cluster;

/// <summary>Terway's <c>Node</c>: the shared interfaces of a node and the addresses on them. Its name is the node's.</summary>
internal sealed record TerwayNodeObject
{
    /// <summary>Name.</summary>
    public ObjectMeta Metadata { get => field ?? new ObjectMeta(); init; }

    /// <summary>What Terway reports.</summary>
    public TerwayNodeStatus? Status { get; init; }
}

/// <summary>The part of a Terway node's status that is used.</summary>
internal sealed record TerwayNodeStatus
{
    /// <summary>
    /// Interfaces by id; a value may be null. Absent where Terway keeps no addresses there: that says nothing about interfaces.
    /// </summary>
    public IReadOnlyDictionary<string, TerwayNic?>? NetworkInterfaces { get; init; }
}

/// <summary>One shared interface.</summary>
internal sealed record TerwayNic
{
    /// <summary>As in ECS: only InUse counts.</summary>
    public string? Status { get; init; }

    /// <summary>Addresses by text; a value may be null.</summary>
    public IReadOnlyDictionary<string, TerwayIp?>? Ipv4 { get; init; }

    /// <summary>Prefixes, where pods get their addresses from.</summary>
    public IReadOnlyList<TerwayPrefix?>? Ipv4Prefix { get; init; }
}

/// <summary>One address.</summary>
internal sealed record TerwayIp
{
    /// <summary>Valid, Invalid or Deleting.</summary>
    public string? Status { get; init; }

    /// <summary>The pod, <c>namespace/name</c>.</summary>
    public string? PodID { get; init; }

    /// <summary>The pod's uid.</summary>
    public string? PodUID { get; init; }
}

/// <summary>One prefix.</summary>
internal sealed record TerwayPrefix
{
    /// <summary>For example <c>10.244.126.48/28</c>.</summary>
    public string? Prefix { get; init; }
}
