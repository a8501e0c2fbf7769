using VpcMirrorOperator.Engine.Decisions;

namespace VpcMirrorOperator.Kinds.Policies.Guards;

/// <summary>
/// Removals that wait for a person (rule P21). The set is frozen when the hold begins: what is selected again leaves it, and what is lost
/// later waits for the next plan. So an approval of it stays good while it only shrinks.
/// </summary>
/// <param name="Hash">Names the set as it was when the hold began: what a person approves.</param>
/// <param name="Ids">What is left of it.</param>
internal sealed record HeldPlan(string Hash, IReadOnlySet<string> Ids)
{
    /// <summary>The plan of these removals.</summary>
    public static HeldPlan Of(IReadOnlySet<string> ids) =>
        new(LineHash.Of(ids.Order(StringComparer.Ordinal).Select(id => "-" + id)), ids);
}
