using VpcMirrorOperator.Simulation.Network;

namespace VpcMirrorOperator.Simulation.Lives;

/// <summary>
/// Holds some writes back on their way: they arrive when their sender has given up, but within the in-flight limit, counted from the
/// intent. Answers may take longer than anybody waits.
/// </summary>
internal sealed class LateCalls(LifeWorld world, INetworkFaults others) : INetworkFaults
{
    private const double Held = 0.15;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(19);

    public CallFate Decide(SimHttpRequest request, Random random)
    {
        var fate = others.Decide(request, random);
        if (world.IsHealed || LifeCall.Of(request) is null || random.NextDouble() >= Held) return fate;
        return fate with { Outbound = Longest * Math.Sqrt(random.NextDouble()) };
    }

    /// <summary>What a request that leaves now may still take. Only here is known when it left.</summary>
    public TimeSpan Transit(SimHttpRequest request, TimeSpan outbound)
    {
        if (LifeCall.Of(request) is not { } call || world.Intents.Find(call) is not { } intent) return outbound;
        var left = world.Intents.LandsBy(intent) - world.Now;
        return outbound < left ? outbound : left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
