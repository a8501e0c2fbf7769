using VpcMirrorOperator.Simulation.Network;

namespace VpcMirrorOperator.Simulation.Scenario;

/// <summary>
/// Holds some writes back on their way: they arrive when their sender has long given up, but within the in-flight limit, counted from the
/// intent; or, where <see cref="Trouble.VeryLateWrites"/> says so, some of them after it.
/// </summary>
internal sealed class LateWrites(MirrorWorld world, INetworkFaults others) : INetworkFaults
{
    private const double Held = 0.25;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(19);
    private static readonly TimeSpan VeryLongest = TimeSpan.FromMinutes(3);

    public CallFate Decide(SimHttpRequest request, Random random)
    {
        var fate = others.Decide(request, random);
        if (WireWrite.Of(request) is null || random.NextDouble() >= Held) return fate;
        var longest = world.Has(Trouble.VeryLateWrites) && random.Next(4) == 0 ? VeryLongest : Longest;
        return fate with { Outbound = longest * Math.Sqrt(random.NextDouble()) };
    }

    /// <summary>What a request that leaves now may still take. Only here is known when it left.</summary>
    public TimeSpan Transit(SimHttpRequest request, TimeSpan outbound)
    {
        if (world.Has(Trouble.VeryLateWrites) || WireWrite.Of(request) is not { } write) return outbound;
        var left = world.Rules.LandsBy(write.Token) - world.Loop.Time.GetUtcNow();
        return outbound < left ? outbound : left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
