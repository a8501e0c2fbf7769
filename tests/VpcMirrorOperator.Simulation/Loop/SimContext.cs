namespace VpcMirrorOperator.Simulation.Loop;

/// <summary>Brings every continuation of a process back to the loop. This is what a crash and a pause act on.</summary>
internal sealed class SimContext(SimProcess process) : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state) => process.Post(d, state);

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("Send would block the only thread of the simulation.");

    public override SynchronizationContext CreateCopy() => this;
}
