using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>
/// What follows while <c>filterRef</c> leads nowhere, or to a filter that is not Ready (rule S11): nothing is created, an existing session
/// keeps the filter that it has, and nothing is removed for that reason. A change of the filter's object wakes the session. Pure.
/// </summary>
internal static class FilterSteps
{
    /// <summary>For a message that was lost.</summary>
    private static readonly TimeSpan AskAgain = TimeSpan.FromMinutes(1);

    /// <summary>What a Create waits for; null for nothing.</summary>
    public static Decision? BeforeCreate(PlannerInput input) =>
        Say(input.Filter, "No session is created before there is one that is Ready.");

    /// <summary>What is said of a session that is right but for its filter; null when it has the right one.</summary>
    public static Decision? AtRest(PlannerInput input, ObservedSession session) =>
        input.Filter is { Id: { } id } && session.State.FilterId == id
            ? null
            : Say(input.Filter, $"The session keeps the filter that it has, {session.State.FilterId}.");

    private static Decision? Say(ReferredFilter? filter, string what) => filter switch
    {
        null or { Problem: null } => null,
        { NeedsPerson: true } => new Decision.Stall(
            Reasons.FilterNotReady, $"{filter.Problem} {what} Apply it, or correct it, or name another one.", AskAgain),
        _ => new Decision.Wait(Reasons.FilterNotReady, $"{filter.Problem} {what} It goes on by itself.", AskAgain),
    };
}
