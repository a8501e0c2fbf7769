using System.Collections.Frozen;

namespace VpcMirrorOperator.Engine.Tenancy;

/// <summary>What the allow-list gives to one namespace: these sessions and targets, in these regions.</summary>
/// <param name="regions">Region ids, or <see cref="Any"/>.</param>
/// <param name="sessions">Session ids, or <see cref="Any"/>.</param>
/// <param name="targets">Targets that its sessions may be given, or <see cref="Any"/>; null for none.</param>
internal sealed class NamespaceRights(IEnumerable<string> regions, IEnumerable<string> sessions, IEnumerable<string>? targets = null)
{
    /// <summary>Stands for every region, or every session.</summary>
    public const string Any = "*";

    private readonly FrozenSet<string> _regions = regions.ToFrozenSet(StringComparer.Ordinal);
    private readonly FrozenSet<string> _sessions = sessions.ToFrozenSet(StringComparer.Ordinal);

    private readonly FrozenSet<string> _targets = (targets ?? []).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether sessions of the namespace may be given a target.</summary>
    public bool HasTarget(string id) => Has(_targets, id);

    /// <summary>Whether the namespace may have sessions in a region.</summary>
    public bool HasRegion(string id) => Has(_regions, id);

    /// <summary>Whether the namespace may have a session.</summary>
    public bool HasSession(string id) => Has(_sessions, id);

    private static bool Has(FrozenSet<string> ids, string id) => ids.Contains(id) || ids.Contains(Any);
}
