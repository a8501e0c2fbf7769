using VpcMirrorOperator.Simulation.Loop;

namespace VpcMirrorOperator.Simulation.Scenario;

/// <summary>
/// Ends a run whose rules were broken. An exception alone would not: the operator's controller takes it for a failed reconcile.
/// </summary>
internal static class BrokenRule
{
    public static void Require(this SimLoop loop, bool holds, string what)
    {
        if (holds) return;
        loop.Fail($"rule broken: {what}");
        throw new InvalidOperationException($"rule broken: {what}");
    }
}
