using VpcMirrorOperator.Simulation.Network;

namespace VpcMirrorOperator.Simulation.Scenario;

/// <summary>
/// Network faults of every kind. A request gets on the wire and arrives within seconds, or never; the answer may take longer than any
/// caller waits. Requests that arrive late are <see cref="LateWrites"/>.
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
        return fate with { Connect = Bounded(fate.Connect, random), Outbound = Bounded(fate.Outbound, random) };
    }

    private static TimeSpan Bounded(TimeSpan leg, Random random) => leg <= LongestTransit ? leg : LongestTransit * random.NextDouble();
}
