
namespace VpcMirrorOperator.Cloud;

/// <summary>One session as read from the cloud.</summary>
/// <param name="Session">The session, or null when the cloud does not list it.</param>
/// <param name="ReadAt">When the read was started: the cloud's answer is at least as new as this.</param>
internal sealed record SessionSnapshot(ObservedSession? Session, DateTimeOffset ReadAt);
