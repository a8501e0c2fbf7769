using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>What the policy writes into a child. Its ids go into the spec and into the annotation <c>packed</c> (rule P11).</summary>
internal sealed record ChildSpec
{
    /// <summary>The ids.</summary>
    public required IReadOnlySet<string> Sources { get; init; }

    /// <summary>Where the copies go; never changed.</summary>
    public required string TargetId { get; init; }

    /// <summary>The priority.</summary>
    public required int Priority { get; init; }

    /// <summary>What else is declared of the session.</summary>
    public required SessionShape Shape { get; init; }

    /// <summary>As the policy's.</summary>
    public DeletionPolicy DeletionPolicy { get; init; }

    /// <summary>As the policy's.</summary>
    public PolicyMode Mode { get; init; }

    /// <summary>The term of the process that writes.</summary>
    public required long Term { get; init; }

    /// <summary>Ids that the session removes before it adds any (rule P15).</summary>
    public IReadOnlySet<string> RemoveFirst { get; init; } = new HashSet<string>();
}
