namespace VpcMirrorOperator.Simulation.Loop;

/// <summary>A simulation went wrong; the message has the seed to replay it and the end of its trace.</summary>
public sealed class SimulationException(string message, Exception? inner = null) : Exception(message, inner);
