namespace VpcMirrorOperator.Cloud;

/// <summary>A complete list of a region as read from the cloud.</summary>
/// <param name="List">The list.</param>
/// <param name="ReadAt">When its first call was started: every part of it is at least as new as this.</param>
internal sealed record ListSnapshot<T>(T List, DateTimeOffset ReadAt) where T : class;
