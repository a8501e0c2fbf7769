namespace VpcMirrorOperator.Simulation.Scenario;

/// <summary>
/// Network faults of every kind. A request that is on the wire arrives within seconds or never; connecting and answering may take longer
/// than any caller waits.
/// </summary>
internal sealed class NetworkTrouble(double rate) : INetworkFaults
{
    private static readonly TimeSpan LongestTransit = TimeSpan.FromSeconds(4);
    private readonly SeededFaults _faults = SeededFaults.Everything(rate);

    public static INetworkFaults Some(Random random) =>
        random.Next(3) == 0 ? SeededFaults.None : new NetworkTrouble(random.NextDouble() * 0.05);

    public CallFate Decide(SimHttpRequest request, Random random)
    {
        var fate = _faults.Decide(request, random);
        return fate.Outbound <= LongestTransit ? fate : fate with { Outbound = LongestTransit * random.NextDouble() };
    }
}
