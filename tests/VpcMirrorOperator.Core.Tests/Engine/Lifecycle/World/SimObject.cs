using VpcMirrorOperator.Engine.Lifecycle;

namespace VpcMirrorOperator.Core.Tests.Engine.Lifecycle.World;

/// <summary>An object at the API server: what is declared, and a status that can be lost or be an old one.</summary>
internal sealed record SimObject(string Key, int Uid, int Born)
{
    public int Version { get; init; } = 1;

    /// <summary>The id that it names; null for one that creates.</summary>
    public string? NamedId { get; init; }

    /// <summary>Stands for all that is declared.</summary>
    public string Wish { get; init; } = "10";

    public DeletionIntent OnDeletion { get; init; } = DeletionIntent.Delete;

    public bool IsHeld { get; init; }

    public bool IsDeleted { get; init; }

    public SimStatus Status { get; init; } = new();

    /// <summary>What survives a lost status: the id that was locked when it was last listed.</summary>
    public string? LockedId { get; init; }

    /// <summary>What a person allowed to be made anew.</summary>
    public string? MayRecreate { get; init; }

    public ObjectIdentity Identity => new("cluster", "tms", "ns", Key, $"uid-{Uid}");
}

/// <summary>The status of an object.</summary>
internal sealed record SimStatus
{
    public string? Id { get; init; }

    public SimOperation? Operation { get; init; }

    public long Sequence { get; init; }

    public DateTimeOffset? LastCreateAt { get; init; }

    /// <summary>What it says of itself.</summary>
    public string? Says { get; init; }
}
