using VpcMirrorOperator.Engine.Decisions;

namespace VpcMirrorOperator.Output;

/// <summary>Which condition reasons mean that a difference waits for a person: a guard, <c>spec.suspend</c>, the policy Observe.</summary>
internal static class HeldReasons
{
    /// <summary>Whether nothing more happens until somebody approves, edits or resumes.</summary>
    /// <param name="reason">A condition reason.</param>
    public static bool Include(string reason) =>
        GuardReasons.All.Contains(reason) || reason is Reasons.Suspended or Reasons.ObserveOnly or Reasons.LastAcceptingRule;
}
