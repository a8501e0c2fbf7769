namespace VpcMirrorOperator.Simulation.Loop;

public sealed record SimOptions
{
    public DateTimeOffset Start { get; init; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Runs the oldest ready step first, instead of any of them.</summary>
    public bool Fifo { get; init; }

    /// <summary>A run of more steps than this is taken for a livelock.</summary>
    public long MaxSteps { get; init; } = 10_000_000;
}
