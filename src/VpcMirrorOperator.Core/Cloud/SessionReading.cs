using VpcMirrorOperator.AlibabaCloud.Errors;

namespace VpcMirrorOperator.Cloud;

/// <summary>What one list said of one session: exactly one of the two is there.</summary>
/// <param name="Session">The session.</param>
/// <param name="Unreadable">Why what was said of it cannot be used.</param>
internal sealed record SessionReading(ObservedSession? Session, CloudException? Unreadable);
