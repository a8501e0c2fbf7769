using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Planning;
using VpcMirrorOperator.Sessions;

namespace VpcMirrorOperator.Commands;

/// <summary>Says what to do about an error of the cloud. Pure.</summary>
internal static class CloudAdvice
{
    /// <summary>The error and its remedy, two lines.</summary>
    public static string For(CloudException error) => $"{error.Message.TrimEnd('.')}.\n  {Remedy(error)}";

    /// <summary>The same in one line.</summary>
    public static string OneLine(CloudException error) => $"{error.Message.TrimEnd('.')}. {Remedy(error)}";

    /// <summary>What to do, one or two sentences.</summary>
    public static string Remedy(CloudException error) => error.Code switch
    {
        ClientErrorCodes.NoCredentials => "Or try it without an account: --emulator.",
        ClientErrorCodes.InvalidRegion => "Correct the region id, for example cn-hangzhou.",
        ClientErrorCodes.ConnectionFailed or ClientErrorCodes.Timeout or ClientErrorCodes.ConnectionLost =>
            "The endpoint cannot be reached: check the network, the proxy, the region, and --endpoint if you gave one.",
        ClientErrorCodes.TlsFailure or ClientErrorCodes.UnreadableReply =>
            "The server that answers is not the VPC API: check --endpoint and the proxy.",
        _ when IsWrongEndpoint(error) => "This endpoint does not serve the VPC API of that region: check --endpoint and the region.",
        _ => RemedyOf(CloudReasons.Of(error)),
    };

    private static bool IsWrongEndpoint(CloudException error) =>
        error.HttpStatus == 404 && !error.Code.StartsWith("InvalidAccessKeyId", StringComparison.OrdinalIgnoreCase);

    private static string RemedyOf(string reason) => reason switch
    {
        Reasons.CredentialsInvalid => "Check the access key id, its secret and, for temporary keys, the security token.",
        Reasons.ClockSkew => "Set this machine's clock: it may be at most 15 minutes off.",
        Reasons.PermissionDenied => "Allow the RAM user or role vpc:ListTrafficMirrorSessions, "
            + "vpc:AddSourcesToTrafficMirrorSession and vpc:RemoveSourcesFromTrafficMirrorSession.",
        Reasons.ServiceNotOpened => "Open the traffic mirror service of this region in the VPC console first; it is billed.",
        Reasons.Throttled or Reasons.CloudUnavailable => "This usually passes: try again in a minute.",
        _ => "If the cause is not clear, ask Alibaba Cloud support and give them the request id.",
    };
}
