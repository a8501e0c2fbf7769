using VpcMirrorOperator.Api.TrafficMirrorSessions;

namespace VpcMirrorOperator.Cloud;

/// <summary>A session as the cloud showed it at one moment.</summary>
/// <param name="State">Status, health, target and filter, in the cloud's words.</param>
/// <param name="Sources">The source ENIs.</param>
internal sealed record ObservedSession(SessionState State, IReadOnlySet<string> Sources)
{
    /// <summary>The only status in which the cloud accepts a write (API page, error <c>IncorrectStatus.TrafficMirrorSession</c>).</summary>
    public const string Created = "Created";

    /// <summary>An asynchronous change is being carried out.</summary>
    public const string Modifying = "Modifying";

    /// <summary>The session is going away.</summary>
    public const string Deleting = "Deleting";

    /// <summary>The business status of an account in good standing.</summary>
    public const string Normal = "Normal";

    /// <summary>True when the cloud accepts writes on the session.</summary>
    public bool IsSettled => State.Status == Created;

    /// <summary>True unless the account is locked. An absent business status counts as normal.</summary>
    public bool IsInGoodStanding => IsGood(State.BusinessStatus);

    /// <summary>True when traffic is really copied: enabled and in good standing, in any status but <see cref="Deleting"/>.</summary>
    public bool IsMirroring => State.Enabled && IsInGoodStanding && State.Status is Created or Modifying;

    /// <summary>
    /// Sources whose id has no form that a call can name: they are told of, never written. Hardly ever any, so the list is rarely made.
    /// </summary>
    public IReadOnlyList<string> Unnameable { get; init; } = [];

    /// <summary>Name, description and tags; null unless somebody asked for them.</summary>
    public SessionDetails? Details { get; init; }

    /// <summary>Whether a business status is that of an account that is not locked; an absent one counts as normal.</summary>
    public static bool IsGood(string? businessStatus) => businessStatus is null or Normal;

    /// <summary>Builds the session, its source set and its fingerprint.</summary>
    /// <param name="state">Everything but the sources.</param>
    /// <param name="sources">The source ids in any order.</param>
    /// <param name="before">The session as it was seen before: most have not changed, and then nothing is built again. Null for
    /// none.</param>
    public static ObservedSession From(SessionState state, IReadOnlyList<string> sources, ObservedSession? before = null)
    {
        if (before is { Unnameable.Count: 0, Sources: SourceIdSet known } && ObservedSources.AreInOrder(sources, known))
        {
            var fingerprint = before.State.SourcesFingerprint;
            var same = state.SourcesFingerprint == fingerprint ? state : state with { SourcesFingerprint = fingerprint };
            return same == before.State ? before : before with { State = same };
        }

        var (ids, others) = ObservedSources.Of(sources);
        return new ObservedSession(state with { SourcesFingerprint = SourceFingerprint.Of(ids) }, ids) { Unnameable = others };
    }
}
