using VpcMirrorOperator.Api.TrafficMirrorFilters;

namespace VpcMirrorOperator.Cloud;

/// <summary>A rule as the cloud showed it at one moment.</summary>
/// <param name="Id"><c>tmr-…</c>.</param>
/// <param name="Direction">Which list it is in.</param>
/// <param name="Priority">Its number.</param>
/// <param name="Content">What it says; null for a rule of IPv6, which mirrors nothing and is left alone.</param>
/// <param name="IsSettled">Whether it is <c>Created</c>, so that it takes changes.</param>
internal sealed record ObservedRule(string Id, RuleDirection Direction, int Priority, RuleContent? Content, bool IsSettled);
