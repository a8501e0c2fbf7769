namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.World;

/// <summary>An invariant broke in the middle of a pause.</summary>
internal sealed class BrokenException(string message) : Exception(message);
