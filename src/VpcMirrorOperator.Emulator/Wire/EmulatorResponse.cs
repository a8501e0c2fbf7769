namespace VpcMirrorOperator.Emulator.Wire;

/// <summary>The emulator's answer to one <see cref="EmulatorRequest"/>.</summary>
/// <param name="Status">The HTTP status; 0 when the connection is dropped.</param>
/// <param name="Headers">Response headers, the content type included.</param>
/// <param name="Body">The body as UTF-8 text; empty when the connection is dropped.</param>
/// <param name="DropConnection">True when the transport must end the connection without an answer: the caller never
/// learns whether the call took effect.</param>
public sealed record EmulatorResponse(
    int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body, bool DropConnection = false)
{
    internal static EmulatorResponse Dropped { get; } = new(0, [], ReadOnlyMemory<byte>.Empty, DropConnection: true);
}
