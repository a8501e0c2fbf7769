namespace VpcMirrorOperator.Cloud;

/// <summary>The sessions that use a filter, complete.</summary>
/// <param name="SessionIds">Their ids, in ordinal order.</param>
internal sealed record FilterUsage(IReadOnlyList<string> SessionIds);
