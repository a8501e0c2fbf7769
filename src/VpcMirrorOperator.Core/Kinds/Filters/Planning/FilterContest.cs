using System.Collections.Immutable;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kubernetes.Retry;

namespace VpcMirrorOperator.Kinds.Filters.Planning;

/// <summary>
/// A fight with another writer: our own writes are taken back again and again. Nobody wins one, so ours are spaced out, and the object says
/// so, until the other one stops.
/// </summary>
internal static class FilterContest
{
    private const int QuietFactor = 3;
    private static readonly ImmutableDictionary<string, string> Nothing = ImmutableDictionary<string, string>.Empty;
    private static readonly Backoff Pauses = new(FilterTimes.FirstContestPause, FilterTimes.MaxContestPause, Factor: 2, Jitter: 0);

    /// <summary>Whether a write does what one of our own did before, for the same generation of the object.</summary>
    public static bool TakesUpAgain(FilterPlannerInput input, OperationState operation) =>
        input.Memory.DoneGeneration == input.Declared.Metadata.Generation && Lines(operation).Any(input.Memory.Done.Contains);

    /// <summary>What a write does, to be recognized.</summary>
    public static IEnumerable<string> Lines(OperationState operation) => operation.Verb switch
    {
        // Ids are new each time: what is deleted again is another rule.
        OperationVerb.DeleteRules => [],
        OperationVerb.UpdateRule =>
            [$"{operation.Target} {string.Join(' ', (operation.Parameters ?? Nothing).OrderBy(p => p.Key, StringComparer.Ordinal))}"],
        _ => RuleParameters.Created(operation).Select(rule => $"{rule.Direction} {rule.Priority} {rule.Content}"),
    };

    /// <summary>Whether it is more than a chance.</summary>
    public static bool IsOn(FilterPlannerInput input) =>
        input.Memory.Undone >= FilterTimes.ContestAfter && !IsOver(input.Memory, input.Declared, input.Now);

    /// <summary>Holds writes back, longer each time; null when one may be tried.</summary>
    public static Decision.Stall? Check(FilterPlannerInput input)
    {
        if (!IsOn(input)) return null;
        var left = input.Memory.LastUndoneAt + Pause(input.Memory) - input.Now;
        return left > TimeSpan.Zero ? new Decision.Stall(Reasons.ContestedFilter, Message, left) : null;
    }

    /// <summary>Whether it has been quiet for long enough.</summary>
    public static bool IsOver(FilterMemory memory, TrafficMirrorFilter declared, DateTimeOffset now)
    {
        var (pause, interval) = (Pause(memory), declared.Spec.DriftInterval());
        return now - memory.LastUndoneAt > (pause > interval ? pause : interval) * QuietFactor;
    }

    /// <summary>What the condition says.</summary>
    public const string Message = "Another writer takes this object's changes of the rules back each time. A second installation, "
        + "Terraform or a script manages the same filter: stop one of the two. Until then, changes are tried less and less often.";

    private static TimeSpan Pause(FilterMemory memory) =>
        memory.Undone < FilterTimes.ContestAfter ? TimeSpan.Zero : Pauses.Delay(memory.Undone - FilterTimes.ContestAfter + 1);
}
