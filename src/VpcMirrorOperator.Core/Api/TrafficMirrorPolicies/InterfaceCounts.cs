namespace VpcMirrorOperator.Api.TrafficMirrorPolicies;

/// <summary>Counts of interfaces.</summary>
public sealed record InterfaceCounts
{
    /// <summary>Interfaces that the entries select, those included that cannot be mirrored.</summary>
    public int Selected { get; init; }

    /// <summary>Of them, those that can be mirrored.</summary>
    public int Mirrorable { get; init; }

    /// <summary>Of them, those that a session lists and mirrors.</summary>
    public int Covered { get; init; }

    /// <summary><see cref="Covered"/> of <see cref="Mirrorable"/> in percent, rounded down; 100 when there is none to mirror.</summary>
    public int Coverage { get; init; }

    /// <summary>No longer selected, and still mirrored: their delay runs, or a guard holds them.</summary>
    public int Leaving { get; init; }

    /// <summary>Under PreferSameZone: mirrored to a target of another zone.</summary>
    public int CrossZone { get; init; }

    /// <summary>
    /// <see cref="Covered"/> and <see cref="Mirrorable"/> as one text, because a printer column shows one field: <c>9/10</c>.
    /// </summary>
    public string Summary { get; init; } = "0/0";
}
