using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Kinds.Sessions.Planning;

namespace VpcMirrorOperator.Commands;

/// <summary>Compares an object and its session for commands that change nothing. Pure.</summary>
internal static class SessionComparison
{
    /// <summary>What the operator would decide, had it started just now.</summary>
    /// <param name="session">The object with its status: an approval or an unfinished write is part of the plan.</param>
    /// <param name="observed">The session; null when the cloud does not list it.</param>
    /// <param name="now">The time.</param>
    /// <param name="filter">What the object's <c>filterRef</c> leads to; null without one, or where it has been followed.</param>
    public static Plan Of(
        TrafficMirrorSession session, ObservedSession? observed, DateTimeOffset now, ReferredFilter? filter = null) =>
        SessionPlanner.Decide(InputOf(session, observed, now, filter));

    /// <summary>All that a decision depends on, for a process that knows nothing yet.</summary>
    /// <inheritdoc cref="Of"/>
    public static PlannerInput InputOf(
        TrafficMirrorSession session, ObservedSession? observed, DateTimeOffset now, ReferredFilter? filter = null) => new()
    {
        Filter = filter,
        Declared = session,
        Observed = observed,
        Now = now,
        Memory = SessionMemory.Empty,
        Holder = "plan",
        AddBatchSize = RegionLimits.DefaultAddBatchSize,
        // One read is enough for a command that changes nothing.
        ConfirmAfter = TimeSpan.Zero,
    };
}
