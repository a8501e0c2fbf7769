namespace VpcMirrorOperator.Emulator.Wire;

/// <summary>One HTTP request as it arrived, before anything in it is trusted or decoded.</summary>
/// <param name="Method">The HTTP method, upper case. The API takes GET and POST.</param>
/// <param name="Target">The raw path and query of the request line, still percent-encoded, for example
/// <c>/?RegionId=cn-hongkong</c>.</param>
/// <param name="Headers">The headers in order of arrival; names are compared without case. <c>host</c> must be among them.</param>
/// <param name="Body">The body; empty when there is none.</param>
public sealed record EmulatorRequest(
    string Method, string Target, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body);
