using VpcMirrorOperator.Engine.Decisions;

namespace VpcMirrorOperator.Output;

/// <summary>Which condition reasons mean that the cloud does not answer as it should, so that a session cannot go on.</summary>
internal static class CloudTrouble
{
    /// <summary>Whether the reason blames the cloud, the way to it, or the right to use it.</summary>
    /// <param name="reason">A condition reason.</param>
    public static bool IsReason(string reason) => reason
        is Reasons.Throttled or Reasons.CloudUnreachable or Reasons.CloudUnavailable or Reasons.CloudRefused
        or Reasons.CredentialsInvalid or Reasons.PermissionDenied or Reasons.ClockSkew or Reasons.ServiceNotOpened;
}
