using System.Collections.Immutable;
using VpcMirrorOperator.Api.TrafficMirrorSessions;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>What a process has learned about which sources a session takes (rule 8).</summary>
internal sealed record SourceTrials
{
    /// <summary>Nothing tried yet. One for all objects.</summary>
    public static readonly SourceTrials None = new();

    /// <summary>Batches that were rejected for one of their ids, halved: tried one after another until the culprit is alone.</summary>
    public ImmutableList<SuspectBatch> Suspects { get; init; } = [];

    /// <summary>Sources that the cloud rejects on their own account.</summary>
    public ImmutableSortedDictionary<string, SourceRejection> Rejected { get; init; } =
        ImmutableSortedDictionary.Create<string, SourceRejection>(StringComparer.Ordinal);

    /// <summary>
    /// Sources that were refused when a quota was met, and are not to blame for it as far as anybody knows: the next try is that of others.
    /// </summary>
    public ImmutableSortedSet<string> InVain { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>The most sources that the session takes, once the cloud has said so; null while unknown.</summary>
    public int? Capacity { get; init; }

    /// <summary>Which quota <see cref="Capacity"/> comes from; null while that is unknown.</summary>
    public UsedUpQuota? Quota { get; init; }

    /// <summary>Until when <see cref="Capacity"/> is believed.</summary>
    public DateTimeOffset CapacityUntil { get; init; }

    /// <summary>The sources that a former process found rejected, as far as the status lists them.</summary>
    /// <param name="listed">What the status lists.</param>
    /// <param name="retryAt">When they are tried again.</param>
    public static SourceTrials From(IReadOnlyCollection<RejectedSource> listed, DateTimeOffset retryAt) =>
        listed.Count == 0 ? None : None with
        {
            Rejected = None.Rejected.AddRange(listed.Select(source => KeyValuePair.Create(
                source.Id, new SourceRejection(source.Code, source.Message, source.Since, retryAt, Failures: 1)))),
        };

    /// <summary>The capacity if it is still believed.</summary>
    /// <param name="now">The time of the reconcile.</param>
    public int? CapacityAt(DateTimeOffset now) => now < CapacityUntil ? Capacity : null;
}
