namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>One JSON value as bytes.</summary>
/// <param name="Bytes">The value; perhaps only its beginning when it is cut. Valid until the reader goes on.</param>
/// <param name="IsCut">It is longer than what is held: not to be decoded.</param>
internal readonly record struct Frame(ReadOnlyMemory<byte> Bytes, bool IsCut);
