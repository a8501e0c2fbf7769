using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Planning;
using VpcMirrorOperator.Sessions;

namespace VpcMirrorOperator.Tests.Sessions;

/// <summary>Every documented code has one stable reason (API reference 1.3, 1.4, 2.3, 4.3).</summary>
public class CloudReasonsTests
{
    [Theory]
    [InlineData("IncorrectBusinessStatus.TrafficMirror", 400, Reasons.BusinessStatusAbnormal)]
    [InlineData("OptInRequired.TrafficMirror", 400, Reasons.ServiceNotOpened)]
    [InlineData("DuplicatedParam.SourceInstanceIds", 400, Reasons.DuplicateSource)]
    [InlineData("ResourceNotFound.TrafficMirrorSession", 400, Reasons.SessionNotFound)]
    [InlineData("IncorrectStatus.TrafficMirrorSession", 400, Reasons.SessionBusy)]
    [InlineData("IncorrectStatus", 400, Reasons.SessionBusy)]
    [InlineData("OperationConflict", 400, Reasons.SessionBusy)]
    [InlineData("LastTokenProcessing", 400, Reasons.SessionBusy)]
    [InlineData("OperationFailed.LastTokenProcessing", 400, Reasons.SessionBusy)]
    [InlineData("ResourceNotAssociated.TrafficMirrorSource", 400, Reasons.SourceNotAssociated)]
    [InlineData("ResourceAlreadyAssociated.TrafficMirrorSource", 400, Reasons.SourceAlreadyAssociated)]
    [InlineData("ResourceNotFound.NetworkInterface", 400, Reasons.NetworkInterfaceNotFound)]
    [InlineData("ResourceNotFound.EcsInstance", 400, Reasons.InstanceNotFound)]
    [InlineData("QuotaExceeded.TrafficMirrorSource", 400, Reasons.QuotaExceeded)]
    [InlineData("IdempotentParameterMismatch", 400, Reasons.TokenMismatch)]
    [InlineData("Forbidden.RAM", 403, Reasons.PermissionDenied)]
    [InlineData("NoPermission", 403, Reasons.PermissionDenied)]
    [InlineData("InvalidTimeStamp.Expired", 400, Reasons.ClockSkew)]
    [InlineData("InvalidTimeStamp.Format", 400, Reasons.ClockSkew)]
    [InlineData("IllegalTimestamp", 400, Reasons.ClockSkew)]
    [InlineData("InvalidAccessKeyId.NotFound", 404, Reasons.CredentialsInvalid)]
    [InlineData("InvalidSecurityToken.Expired", 400, Reasons.CredentialsInvalid)]
    [InlineData("MissingSecurityToken", 400, Reasons.CredentialsInvalid)]
    [InlineData("SignatureDoesNotMatch", 400, Reasons.CredentialsInvalid)]
    [InlineData("IncompleteSignature", 400, Reasons.CredentialsInvalid)]
    [InlineData("SignatureNonceUsed", 400, Reasons.CloudUnavailable)]
    [InlineData("Throttling", 400, Reasons.Throttled)]
    [InlineData("Throttling.User", 400, Reasons.Throttled)]
    [InlineData("Rejected.Throttling", 429, Reasons.Throttled)]
    [InlineData("Throttling.ConcurrentLimitExceeded", 503, Reasons.Throttled)]
    [InlineData("ServiceUnavailable", 503, Reasons.CloudUnavailable)]
    [InlineData("InternalError", 500, Reasons.CloudUnavailable)]
    [InlineData("SystemBusy", 400, Reasons.CloudUnavailable)]
    [InlineData("NeverHeardOf", 502, Reasons.CloudUnavailable)]
    [InlineData("NeverHeardOf", 400, Reasons.CloudRefused)]
    [InlineData("MissingParameter", 400, Reasons.CloudRefused)]
    [InlineData("InvalidParameter", 400, Reasons.CloudRefused)]
    public void A_code_of_the_cloud_has_one_reason(string code, int status, string reason) =>
        Assert.Equal(reason, CloudReasons.Of(Errors.Of(code, status)));

    [Theory]
    [InlineData(ClientErrorCodes.NoCredentials, Reasons.CredentialsInvalid)]
    [InlineData(ClientErrorCodes.Timeout, Reasons.CloudUnreachable)]
    [InlineData(ClientErrorCodes.ConnectionFailed, Reasons.CloudUnreachable)]
    [InlineData(ClientErrorCodes.ConnectionLost, Reasons.CloudUnreachable)]
    [InlineData(ClientErrorCodes.TlsFailure, Reasons.CloudUnreachable)]
    [InlineData(ClientErrorCodes.UnreadableReply, Reasons.UnreadableAnswer)]
    public void A_failure_on_the_way_has_one_reason(string code, string reason) =>
        Assert.Equal(reason, CloudReasons.Of(Errors.Local(code, CloudErrorClass.Retry, unknown: true)));
}
