using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>
/// A child: a <c>TrafficMirrorSession</c> object that a policy made, in the fields that packing is about. Immutable, so that a snapshot of
/// all is a list of references.
/// </summary>
internal sealed record ChildState
{
    private static readonly IReadOnlySet<string> None = new HashSet<string>();
    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();

    /// <summary>Namespace and name.</summary>
    public required ObjectKey Key { get; init; }

    /// <summary>Its uid: fences a deletion.</summary>
    public required string Uid { get; init; }

    /// <summary>Its version: fences every write.</summary>
    public required string ResourceVersion { get; init; }

    /// <summary>The policy that controls it; null for an object that lives on without one.</summary>
    public ChildOwner? Owner { get; init; }

    /// <summary>Whether it is being deleted.</summary>
    public bool IsDeleting { get; init; }

    /// <summary>Whether its annotation says that its session is to be deleted with it. Never taken back (rule P18).</summary>
    public bool IsClosing { get; init; }

    /// <summary>Where its copies go.</summary>
    public required string TargetId { get; init; }

    /// <summary>The priority of its session.</summary>
    public required int Priority { get; init; }

    /// <summary>What else is declared of its session.</summary>
    public required SessionShape Shape { get; init; }

    /// <summary>What happens to its session when it is deleted.</summary>
    public DeletionPolicy DeletionPolicy { get; init; }

    /// <summary>What it may do.</summary>
    public PolicyMode Mode { get; init; }

    /// <summary>The ids of its spec.</summary>
    public required IReadOnlySet<string> Sources { get; init; }

    /// <summary>The ids as the policy wrote them; null when it has none written (rule P11).</summary>
    public IReadOnlySet<string>? Packed { get; init; }

    /// <summary>The term of the process that wrote it last (rule P10).</summary>
    public long Term { get; init; }

    /// <summary>Ids that its session removes before it adds anything (rule P15).</summary>
    public IReadOnlySet<string> RemoveFirst { get; init; } = None;

    /// <summary>The call that its status records; null when none is under way.</summary>
    public ChildOperation? Operation { get; init; }

    /// <summary>The number of its latest recorded call: equal numbers mean that none came in between.</summary>
    public long Sequence { get; init; }

    /// <summary>The size that its session was found to have (rule P13); null when the quota is all that is known.</summary>
    public int? LearnedSize { get; init; }

    /// <summary>Ids that the cloud refused.</summary>
    public IReadOnlySet<string> Refused { get; init; } = None;

    /// <summary>The priority that the cloud refused; null for none.</summary>
    public int? RefusedPriority { get; init; }

    /// <summary>Whether it is stalled, locked, or busy for two minutes: it gets no new ids (rule P13).</summary>
    public bool CannotTake { get; init; }

    /// <summary>Annotations that policies hand down, as it has them.</summary>
    public IReadOnlyDictionary<string, string> HandedDown { get; init; } = Nothing;

    /// <summary>Whether ids may be put into it at all (rule P18).</summary>
    public bool IsLasting => !IsClosing && !IsDeleting;
}
