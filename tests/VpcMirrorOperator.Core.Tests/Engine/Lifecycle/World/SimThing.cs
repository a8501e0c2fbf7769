namespace VpcMirrorOperator.Core.Tests.Engine.Lifecycle.World;

/// <summary>A session or filter of the simulated cloud.</summary>
internal sealed record SimThing(string Id, bool IsOurs, string? Maker, int Born)
{
    /// <summary>From when on lists show its tags.</summary>
    public int TagsFrom { get; init; }

    public string? CreatedBy { get; init; }

    public string? Owner { get; init; }

    public bool IsLocked { get; init; }

    /// <summary>The change under way; null for none.</summary>
    public (SimCall Call, int Until)? Busy { get; init; }
}
