using System.Collections.Immutable;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Operations;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>What a decision rests on: the difference, the fate of the last operation, and how far an approval reaches.</summary>
internal sealed record PlanFacts
{
    /// <summary>What separates desired and actual.</summary>
    public required SourceDiff Diff { get; init; }

    /// <summary>Declared attributes that the session does not have.</summary>
    public AttributeDiff Attributes { get; init; } = AttributeDiff.None;

    /// <summary>Declared attributes that the session had, and that somebody else changed.</summary>
    public ImmutableArray<AttributeChange> ChangedAttributes { get; init; } = [];

    /// <summary>Which changes of attributes are put aside.</summary>
    public AttributeTrial AttributeTrial { get; init; } = AttributeTrial.None;

    /// <summary>The name of the plan's removals, which is what a user approves; null when it removes nothing.</summary>
    public required string? Hash { get; init; }

    /// <summary>The name of the whole plan; null when there is nothing to do.</summary>
    public required string? WholeHash { get; init; }

    /// <summary>The hash up to which an approval reaches; null when nothing is approved.</summary>
    public required string? ApprovedHash { get; init; }

    /// <summary>The hash that the user approved; null when nothing is approved.</summary>
    public required string? Approval { get; init; }

    /// <summary>The hash for which a dry run passed; null when none did.</summary>
    public required string? ValidatedHash { get; init; }

    /// <summary>What was found out about the recorded operation.</summary>
    public required OperationProgress Progress { get; init; }

    /// <summary>The recorded operation that is still unconfirmed; null when there is none.</summary>
    public required OperationState? Operation { get; init; }

    /// <summary>True when somebody else changed the source list since the last observation.</summary>
    public required bool Drifted { get; init; }

    /// <summary>Our removals of late that nobody approved, the one that has just ended included.</summary>
    public required IReadOnlyList<RemovalCount> RecentRemovals { get; init; }

    /// <summary>Attributes of the session that somebody changed; null when none are.</summary>
    public required AlterationState? Alteration { get; init; }

    /// <summary>What our latest writes did, as far as nobody has taken it back.</summary>
    public required FinishedWrites Finished { get; init; }

    /// <summary>Another writer takes our changes back; null when none does.</summary>
    public required ContestState? Contest { get; init; }

    /// <summary>Whether the session counts as contested.</summary>
    public required bool IsContested { get; init; }

    /// <summary>Whether the plan's removals are approved.</summary>
    public bool IsApproved => Hash is not null && Hash == ApprovedHash;

    internal static PlanFacts Gather(PlannerInput input, ObservedSession session)
    {
        var status = input.Declared.Status;
        var diff = input.IsDetaching
            ? SourceDiff.Detaching(input.Desired, session.Sources)
            : SourceDiff.Between(input.Desired, session.Sources, input.Declared.Spec.Policy());
        var hash = PlanHash.Of(input.Session, [], diff.ToRemove);
        var attributes = input.Declared.IsBeingDeleted() ? AttributeDiff.None : AttributeDiff.Of(input.Declared.Declaration(), session);
        var whole = diff.ToAdd.IsEmpty && attributes.IsEmpty
            ? hash
            : PlanHash.Of(input.Session, diff.ToAdd, diff.ToRemove, attributes.Changes);
        var progress = SessionOperation.Progress(input, diff, attributes);
        var ended = progress is OperationProgress.Finished && status?.Operation?.IsOfSources() == true ? status.Operation : null;
        var open = progress is OperationProgress.Finished or OperationProgress.Void ? null : status?.Operation;
        var (approval, approved) = Approved(input, hash, ended, diff);
        // An accepted write that never showed was taken back before this process saw it, as far as anybody can tell.
        var done = open is null && status?.Operation is { AcceptedAt: not null } accepted && accepted.IsOfSources() ? accepted : null;
        var finished = done is null ? input.Memory.Operation.Finished : input.Memory.Operation.Finished.With(done);
        var undone = open is null && session.IsSettled && input.Owner is null ? finished.UndoneIn(diff) : [];
        var contest = ContestRules.After(input, undone);
        return new PlanFacts
        {
            Diff = diff,
            Attributes = attributes,
            ChangedAttributes = AttributeDrift.Of(input, session, attributes),
            AttributeTrial = AttributeOperation.TrialAfter(input, session, hasEnded: open is null),
            Hash = hash,
            WholeHash = whole,
            Progress = progress,
            Operation = open,
            RecentRemovals = Planning.RecentRemovals.After(input, ended),
            Alteration = Planning.Alteration.After(input, session.State),
            Finished = finished.Without(undone),
            Contest = contest,
            IsContested = ContestRules.IsOn(contest),
            Drifted = DriftDetector.ChangedBySomebodyElse(status, session),
            Approval = approval,
            ApprovedHash = approved,
            ValidatedHash = MovedOn(
                input.Memory.Report.ValidatedPlan, whole, ended, ended => SourceVerb.Of(ended).HashBefore(input.Session, diff, ended.Ids)),
        };
    }

    /// <summary>What the user approved, and how far it reaches now. It stands only while the annotation does.</summary>
    private static (string? Approval, string? ApprovedHash) Approved(
        PlannerInput input, string? hash, OperationState? ended, SourceDiff diff)
    {
        var annotation = input.Declared.Metadata.Annotations.GetValueOrDefault(Annotations.ApprovedPlan);
        if (hash is not null && annotation == hash) return (hash, hash);
        var recorded = input.Declared.Status?.Plan;
        if (annotation is null || annotation != recorded?.Approval) return (null, null);
        return (annotation, MovedOn(
            recorded.ApprovedHash, hash, ended,
            ended => PlanHash.Of(input.Session, [], SourceVerb.Of(ended).RemovalsBefore(diff, ended.Ids))));
    }

    /// <summary>
    /// A mark that a plan carries, moved on when one of our own operations made the plan shorter. After any other change of the plan
    /// the mark names a plan that no longer is, and so says nothing.
    /// </summary>
    private static string? MovedOn(string? mark, string? hash, OperationState? ended, Func<OperationState, string?> hashBefore)
    {
        if (mark is null || mark == hash || ended is null) return mark;
        return hashBefore(ended) == mark ? hash : mark;
    }
}
