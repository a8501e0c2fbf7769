using VpcMirrorOperator.AlibabaCloud.Errors;

namespace VpcMirrorOperator.Cloud;

/// <summary>What one list said of one filter: exactly one of the two is there.</summary>
/// <param name="Filter">The filter.</param>
/// <param name="Unreadable">Why what was said of it cannot be used.</param>
internal sealed record FilterReading(ObservedFilter? Filter, CloudException? Unreadable);
