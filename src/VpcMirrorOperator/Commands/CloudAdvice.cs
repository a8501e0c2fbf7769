using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Planning;
using VpcMirrorOperator.Sessions;

namespace VpcMirrorOperator.Commands;

/// <summary>Says what to do about an error of the cloud. Pure.</summary>
internal static class CloudAdvice
{
    /// <summary>The error and its remedy, two lines.</summary>
    public static string For(CloudException error) => $"{error.Message.TrimEnd('.')}.\n  {Remedy(error)}";

    private static string Remedy(CloudException error) => error.Code switch
    {
        ClientErrorCodes.NoCredentials => "Or try it without an account: --emulator.",
        ClientErrorCodes.InvalidRegion => "Mend the region id, for example cn-hangzhou.",
        ClientErrorCodes.ConnectionFailed or ClientErrorCodes.Timeout or ClientErrorCodes.ConnectionLost =>
            "The endpoint cannot be reached: check the network, the proxy, the region, and --endpoint if you gave one.",
        ClientErrorCodes.TlsFailure or ClientErrorCodes.UnreadableReply =>
            "Something answers there that is not the VPC API: check --endpoint and the proxy.",
        _ when IsWrongEndpoint(error) => "This endpoint does not serve the VPC API of that region: check --endpoint and the region.",
        _ => RemedyOf(CloudReasons.Of(error)),
    };

    private static bool IsWrongEndpoint(CloudException error) =>
        error.HttpStatus == 404 && !error.Code.StartsWith("InvalidAccessKeyId", StringComparison.OrdinalIgnoreCase);

    private static string RemedyOf(string reason) => reason switch
    {
        Reasons.CredentialsInvalid => "Check the access key id, its secret and, for temporary keys, the security token.",
        Reasons.ClockSkew => "Set this machine's clock: it may be at most 15 minutes off.",
        Reasons.PermissionDenied => "Have the RAM user or role allowed vpc:ListTrafficMirrorSessions, "
            + "vpc:AddSourcesToTrafficMirrorSession and vpc:RemoveSourcesFromTrafficMirrorSession.",
        Reasons.ServiceNotOpened => "Open the traffic mirror service of this region in the VPC console first; it is billed.",
        Reasons.Throttled or Reasons.CloudUnavailable => "The cloud asks for patience: try again in a minute.",
        _ => "Ask the cloud's support with the request id if the cause is not clear.",
    };
}
