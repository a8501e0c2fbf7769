namespace VpcMirrorOperator.Cloud;

/// <summary>How far the quotas are used that a source which is to be added would count for, as the cloud's own lists show it.</summary>
/// <param name="SessionsOfSource">The sessions that have the source, in ordinal order of their ids.</param>
/// <param name="SessionsOfTarget">How many sessions have the target.</param>
/// <param name="SourcesOfTarget">How many sources these have together; one that is in two of them counts twice.</param>
internal sealed record QuotaUse(IReadOnlyList<string> SessionsOfSource, int SessionsOfTarget, int SourcesOfTarget);
