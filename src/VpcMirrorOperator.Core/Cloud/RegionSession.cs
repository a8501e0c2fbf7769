namespace VpcMirrorOperator.Cloud;

/// <summary>A session that a region has, whether anybody declares it or not, with what decides on it and no more.</summary>
/// <param name="Id"><c>tms-…</c>.</param>
/// <param name="Reading">Its state and sources, or why they cannot be used.</param>
/// <param name="Tags">Tags; null when the cloud did not say, or not wholly, which is not the same as none.</param>
internal sealed record RegionSession(string Id, SessionReading Reading, IReadOnlyList<KeyValuePair<string, string>>? Tags) : IListed;
