using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>A session as the region's list shows it, whoever made it.</summary>
internal sealed record ListedSession
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The object that its tags name, if they are to be believed (rule S1); null for a session that is nobody's of ours.</summary>
    public ObjectKey? Child { get; init; }

    /// <summary>Where its copies go.</summary>
    public required string TargetId { get; init; }

    /// <summary>Its priority.</summary>
    public required int Priority { get; init; }

    /// <summary>Its filter.</summary>
    public string? FilterId { get; init; }

    /// <summary>Its sources.</summary>
    public required IReadOnlySet<string> Sources { get; init; }

    /// <summary>Whether no change of it is under way.</summary>
    public bool IsSettled { get; init; } = true;

    /// <summary>Whether it mirrors: enabled, and not locked for the account's arrears.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>Whether it is locked for the account's arrears.</summary>
    public bool IsLocked { get; init; }
}
