using System.Collections.Frozen;

namespace VpcMirrorOperator.Engine.Tenancy;

/// <summary>
/// Which namespace may have what of the cloud account. Pure. In a cluster, Kubernetes RBAC decides who may write objects; an allow-list
/// says beyond that what the objects of a namespace may name.
/// </summary>
internal sealed class TenancyRules
{
    private readonly FrozenDictionary<string, NamespaceRights>? _list;
    private readonly string? _ownNamespace;

    private TenancyRules(bool isRestricted, FrozenDictionary<string, NamespaceRights>? list, string? ownNamespace = null) =>
        (IsRestricted, _list, _ownNamespace) = (isRestricted, list, ownNamespace);

    /// <summary>Outside a cluster: manifests are one person's, whatever namespaces they name.</summary>
    public static TenancyRules Unrestricted { get; } = new(false, null);

    /// <summary>
    /// In a cluster, without an allow-list: any namespace may name any session, but none takes over what another one had while it waited.
    /// </summary>
    public static TenancyRules WithoutList { get; } = new(true, null);

    /// <summary>In a cluster, with an allow-list: only what it says.</summary>
    /// <param name="list">By namespace; who is not in it may have nothing.</param>
    public static TenancyRules Of(IEnumerable<KeyValuePair<string, NamespaceRights>> list) =>
        new(true, list.ToFrozenDictionary(StringComparer.Ordinal));

    /// <summary>The same rules of an operator that runs in a namespace: without a list, only that one may declare sessions.</summary>
    /// <param name="ownNamespace">The operator's namespace; null when it is not known, and then no namespace may.</param>
    public TenancyRules In(string? ownNamespace) => new(IsRestricted, _list, ownNamespace);

    /// <summary>Whether namespaces are different tenants.</summary>
    public bool IsRestricted { get; }

    /// <summary>
    /// Whether a session that an object gave up passes to one of another namespace that waited for it: only where somebody said which
    /// namespaces may have it.
    /// </summary>
    public bool PassesBetweenNamespaces => !IsRestricted || _list is not null;

    /// <summary>What the allow-list would have to name for this session, in words; null when the namespace may have it.</summary>
    /// <param name="space">The namespace of the object.</param>
    /// <param name="region">The session's region.</param>
    /// <param name="session">The session's id; null for one that is created.</param>
    public string? WhatIsMissing(string space, string region, string? session)
    {
        if (_list is null) return null;
        if (_list.GetValueOrDefault(space) is not { } rights) return $"namespace {space}";
        if (!rights.HasRegion(region)) return $"region {region} for namespace {space}";
        return session is null || rights.HasSession(session) ? null : $"session {session} for namespace {space}";
    }

    /// <summary>
    /// What would have to be allowed for an object that declares its session (rule S18), in words; null when it may. What the session
    /// itself needs is asked with <see cref="WhatIsMissing"/>.
    /// </summary>
    /// <param name="space">The namespace of the object.</param>
    /// <param name="target">The declared target; null for none.</param>
    public string? WhatIsMissingToDeclare(string space, string? target)
    {
        if (!IsRestricted) return null;
        if (_list is null)
            return space == _ownNamespace
                ? null
                : $"spec.session for namespace {space}: without a list, only the operator's own may use it";
        if (_list.GetValueOrDefault(space) is not { } rights) return $"namespace {space}";
        return target is null || rights.HasTarget(target) ? null : $"target {target} for namespace {space}";
    }

    /// <summary>
    /// What the installation would have to allow for a filter, in words; null when the namespace may have it. An edit of a filter reaches
    /// every
    /// session that uses it, whoever has these: so without a list only the operator's own namespace may have filters, and with one, only a
    /// namespace that may have all sessions of the region.
    /// </summary>
    /// <param name="space">The namespace of the object.</param>
    /// <param name="region">The filter's region.</param>
    /// <param name="ownNamespace">The operator's namespace; null outside a cluster.</param>
    public string? WhatIsMissingForFilter(string space, string region, string? ownNamespace)
    {
        if (!IsRestricted || (_list is null && space == ownNamespace)) return null;
        if (_list is null) return $"filters outside of the operator's own namespace, {ownNamespace}, without an allow-list";
        if (_list.GetValueOrDefault(space) is not { } rights) return $"namespace {space}";
        if (!rights.HasRegion(region)) return $"region {region} for namespace {space}";
        return rights.HasSession(NamespaceRights.Any) ? null : $"all sessions (\"*\") for namespace {space}, which an edit of a filter "
            + $"reaches";
    }
}
