using VpcMirrorOperator.AlibabaCloud.Vpc;

namespace VpcMirrorOperator.Cloud;

/// <summary>A session that a region has, whether anybody declares it or not.</summary>
/// <param name="Id"><c>tms-…</c>.</param>
/// <param name="Listed">All that the cloud says of it.</param>
/// <param name="Reading">What an operator would see.</param>
internal sealed record CatalogedSession(string Id, ListedTrafficMirrorSession Listed, SessionReading Reading);
