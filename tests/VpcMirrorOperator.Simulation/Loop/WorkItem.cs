namespace VpcMirrorOperator.Simulation.Loop;

/// <summary>One step of one process: the code between two awaits.</summary>
internal readonly record struct WorkItem(SimProcess Process, SendOrPostCallback Callback, object? State);
