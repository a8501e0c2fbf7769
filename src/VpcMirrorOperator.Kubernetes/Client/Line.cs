namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>One line of a stream.</summary>
/// <param name="Bytes">The line without its end; perhaps only its beginning when it is cut. Valid until the reader goes on.</param>
/// <param name="IsCut">It is longer than what is held: not to be decoded.</param>
internal readonly record struct Line(ReadOnlyMemory<byte> Bytes, bool IsCut);
