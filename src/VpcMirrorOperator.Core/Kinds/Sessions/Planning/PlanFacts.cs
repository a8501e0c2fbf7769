using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Operations;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>What a decision rests on: the difference, the fate of the last operation, and how far an approval reaches.</summary>
internal sealed record PlanFacts
{
    public required SourceDiff Diff { get; init; }

    public required string? Hash { get; init; }

    public required string? ApprovedHash { get; init; }

    public required string? Approval { get; init; }

    public required string? ValidatedHash { get; init; }

    public required OperationProgress Progress { get; init; }

    public required OperationState? Operation { get; init; }

    public required bool Drifted { get; init; }

    public required FinishedWrites Finished { get; init; }

    public required ContestState? Contest { get; init; }

    public required bool IsContested { get; init; }

    public bool IsApproved => Hash is not null && Hash == ApprovedHash;

    public static PlanFacts Gather(PlannerInput input, ObservedSession session)
    {
        var status = input.Declared.Status;
        var diff = input.IsDetaching
            ? SourceDiff.Detaching(input.Declared.Spec.SourceIds, session.Sources)
            : SourceDiff.Between(input.Declared.Spec.SourceIds, session.Sources, input.Declared.Spec.Policy());
        var hash = PlanHash.Of(input.Declared.Session(), diff.ToAdd, diff.ToRemove);
        var progress = OperationProgressEvaluator.Judge(input, diff);
        var ended = progress is OperationProgress.Finished ? status?.Operation : null;
        var open = progress is OperationProgress.Finished or OperationProgress.Void ? null : status?.Operation;
        var (approval, approved) = Approved(input, hash, ended, diff);
        // An accepted write that never showed was taken back before this process saw it, as far as anybody can tell.
        var done = open is null && status?.Operation is { AcceptedAt: not null } accepted ? accepted : null;
        var finished = done is null ? input.Memory.Finished : input.Memory.Finished.With(done);
        var undone = open is null && session.IsSettled && input.Owner is null ? finished.UndoneIn(diff) : [];
        var contest = ContestRules.After(input, undone);
        return new PlanFacts
        {
            Diff = diff,
            Hash = hash,
            Progress = progress,
            Operation = open,
            Finished = finished.Without(undone),
            Contest = contest,
            IsContested = ContestRules.IsOn(contest, input.Settings),
            Drifted = DriftDetector.ChangedBySomebodyElse(status, session),
            Approval = approval,
            ApprovedHash = approved,
            ValidatedHash = MovedOn(input.Memory.ValidatedPlan, hash, ended, input.Declared.Session(), diff),
        };
    }

    public Plan ToPlan(Decision decision) => new()
    {
        Decision = decision,
        Diff = Diff,
        Hash = Hash,
        Approval = Approval,
        ApprovedHash = ApprovedHash,
        ValidatedHash = ValidatedHash,
        Operation = decision is Decision.Write write ? write.Operation : Operation,
        Progress = Progress,
        Drifted = Drifted,
        Finished = Finished,
        Contest = Contest,
        IsContested = IsContested,
    };

    /// <summary>What the user approved, and how far it reaches now. It stands only while the annotation does.</summary>
    private static (string? Approval, string? ApprovedHash) Approved(PlannerInput input, string? hash, OperationState? ended, SourceDiff diff)
    {
        var annotation = input.Declared.Metadata.Annotations.GetValueOrDefault(Annotations.ApprovedPlan);
        if (hash is not null && annotation == hash) return (hash, hash);
        var recorded = input.Declared.Status?.Plan;
        if (annotation is null || annotation != recorded?.Approval) return (null, null);
        return (annotation, MovedOn(recorded.ApprovedHash, hash, ended, input.Declared.Session(), diff));
    }

    /// <summary>
    /// A mark that a plan carries, moved on when one of our own operations made the plan shorter. After any other change of the plan
    /// the mark names a plan that no longer is, and so says nothing.
    /// </summary>
    private static string? MovedOn(string? mark, string? hash, OperationState? ended, SessionRef session, SourceDiff diff)
    {
        if (mark is null || mark == hash || ended is null) return mark;
        return PlanHash.Before(session, diff, ended) == mark ? hash : mark;
    }
}
