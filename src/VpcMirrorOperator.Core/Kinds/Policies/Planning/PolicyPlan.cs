using VpcMirrorOperator.Kinds.Policies.Guards;
using VpcMirrorOperator.Kinds.Policies.Packing;
using VpcMirrorOperator.Kinds.Policies.Schedules;
using VpcMirrorOperator.Kinds.Policies.Selection;

namespace VpcMirrorOperator.Kinds.Policies.Planning;

/// <summary>What one pass of a policy decided.</summary>
internal sealed record PolicyPlan
{
    /// <summary>What is selected.</summary>
    public required SelectionResult Selection { get; init; }

    /// <summary>What of it is to be mirrored.</summary>
    public required IReadOnlyDictionary<string, SelectedInterface> Wanted { get; init; }

    /// <summary>Why the rest cannot be mirrored, or shall not.</summary>
    public required IReadOnlyDictionary<string, string> OutOfReach { get; init; }

    /// <summary>The writes.</summary>
    public required PackingResult Packing { get; init; }

    /// <summary>What the guard lets go; null while the selection is not known.</summary>
    public required GuardDecision? Guard { get; init; }

    /// <summary>Of each interface that is to be mirrored, whether it is seen, and if not, why.</summary>
    public required IReadOnlyDictionary<string, string> Coverage { get; init; }

    /// <summary>The policy's sessions.</summary>
    public required int Sessions { get; init; }

    /// <summary>Why the selection is not known, and what to do; null when it is.</summary>
    public required string? Blindness { get; init; }

    /// <summary>What the schedule says.</summary>
    public required CaptureState Schedule { get; init; }

    /// <summary>What the process knows from now on.</summary>
    public required PolicyMemory Memory { get; init; }

    /// <summary>Whether something is under way that a list is to confirm: a write, an addition, a move.</summary>
    public bool IsUnderWay => Packing.Writes.Count > 0 || Packing.Waits is not null || Moving > 0
        || Coverage.Values.Any(reason => reason == CoverageReasons.Pending);

    /// <summary>How many interfaces are in several of the policy's sessions: they leave one when a list has shown the other.</summary>
    public int Moving { get; init; }
}
