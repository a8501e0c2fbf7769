namespace VpcMirrorOperator.Simulation.Network;

/// <summary>Decides the fate of each attempt of each call.</summary>
public interface INetworkFaults
{
    /// <param name="request">What is sent.</param>
    /// <param name="random">The only source of chance to use.</param>
    CallFate Decide(SimHttpRequest request, Random random);

    /// <summary>Corrects how long a request takes from the wire to its effect, at the moment when it leaves the sender.</summary>
    /// <param name="request">What is sent.</param>
    /// <param name="outbound">What was decided before the connection was made.</param>
    TimeSpan Transit(SimHttpRequest request, TimeSpan outbound) => outbound;
}

/// <summary>Independent faults at fixed rates.</summary>
public sealed record SeededFaults : INetworkFaults
{
    /// <summary>A healthy network.</summary>
    public static SeededFaults None { get; } = new();

    /// <summary>Outcomes other than Delivered with their probabilities (0 to 1), together at most 1.</summary>
    public IReadOnlyList<(CallOutcome Outcome, double Probability)> Rates { get; init; } = [];

    /// <summary>Usual latency of each of the three legs: uniform between zero and this.</summary>
    public TimeSpan Latency { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Probability (0 to 1) that a leg takes up to <see cref="SlowLatency"/> instead, beyond any caller's patience.</summary>
    public double Slow { get; init; }

    public TimeSpan SlowLatency { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Every fault with the same probability, slow legs too.</summary>
    public static SeededFaults Everything(double rate) => new()
    {
        Rates = [.. Enum.GetValues<CallOutcome>().Where(outcome => outcome != CallOutcome.Delivered).Select(outcome => (outcome, rate))],
        Slow = rate,
    };

    public CallFate Decide(SimHttpRequest request, Random random) => new(Outcome(random), Leg(random), Leg(random), Leg(random));

    private CallOutcome Outcome(Random random)
    {
        var dice = random.NextDouble();
        foreach (var (outcome, probability) in Rates)
        {
            if ((dice -= probability) < 0)
                return outcome;
        }

        return CallOutcome.Delivered;
    }

    private TimeSpan Leg(Random random) => (random.NextDouble() < Slow ? SlowLatency : Latency) * random.NextDouble();
}
