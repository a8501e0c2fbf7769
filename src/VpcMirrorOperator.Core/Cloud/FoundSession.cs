namespace VpcMirrorOperator.Cloud;

/// <summary>A session that a list by other things than its id showed.</summary>
/// <param name="Id"><c>tms-…</c>.</param>
/// <param name="Session">The session with its details.</param>
internal sealed record FoundSession(string Id, ObservedSession Session);
