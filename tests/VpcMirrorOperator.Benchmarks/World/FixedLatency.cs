using VpcMirrorOperator.Simulation.Network;


namespace VpcMirrorOperator.Benchmarks.World;

/// <summary>A healthy network on which every round trip takes the same time.</summary>
internal sealed class FixedLatency(TimeSpan roundTrip) : INetworkFaults
{
    public CallFate Decide(SimHttpRequest request, Random random) =>
        new(CallOutcome.Delivered, TimeSpan.Zero, roundTrip / 2, roundTrip / 2);
}
