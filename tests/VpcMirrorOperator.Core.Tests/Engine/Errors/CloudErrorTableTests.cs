using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Errors;

namespace VpcMirrorOperator.Core.Tests.Engine.Errors;

/// <summary>Every documented code has one class and one stable reason.</summary>
public class CloudErrorTableTests
{
    [Theory]
    [InlineData("IncorrectBusinessStatus.TrafficMirror", 400, CloudErrorClass.UserAction, Reasons.BusinessStatusAbnormal)]
    [InlineData("OptInRequired.TrafficMirror", 400, CloudErrorClass.UserAction, Reasons.ServiceNotOpened)]
    [InlineData("DuplicatedParam.SourceInstanceIds", 400, CloudErrorClass.UserAction, Reasons.DuplicateSource)]
    [InlineData("ResourceNotFound.TrafficMirrorSession", 400, CloudErrorClass.UserAction, Reasons.SessionNotFound)]
    [InlineData("IncorrectStatus.TrafficMirrorSession", 400, CloudErrorClass.Wait, Reasons.SessionBusy)]
    [InlineData("IncorrectStatus", 400, CloudErrorClass.Wait, Reasons.SessionBusy)]
    [InlineData("OperationConflict", 400, CloudErrorClass.Wait, Reasons.SessionBusy)]
    [InlineData("LastTokenProcessing", 400, CloudErrorClass.Wait, Reasons.SessionBusy)]
    [InlineData("OperationFailed.LastTokenProcessing", 400, CloudErrorClass.Wait, Reasons.SessionBusy)]
    [InlineData("ResourceNotAssociated.TrafficMirrorSource", 400, CloudErrorClass.AlreadyDone, Reasons.SourceNotAssociated)]
    [InlineData("ResourceAlreadyAssociated.TrafficMirrorSource", 400, CloudErrorClass.AlreadyDone, Reasons.SourceAlreadyAssociated)]
    [InlineData("ResourceNotFound.NetworkInterface", 400, CloudErrorClass.BadRequest, Reasons.NetworkInterfaceNotFound)]
    [InlineData("ResourceNotFound.EcsInstance", 400, CloudErrorClass.BadRequest, Reasons.InstanceNotFound)]
    [InlineData("QuotaExceeded.TrafficMirrorSource", 400, CloudErrorClass.UserAction, Reasons.QuotaExceeded)]
    [InlineData("IdempotentParameterMismatch", 400, CloudErrorClass.BadRequest, Reasons.TokenMismatch)]
    [InlineData("Forbidden.RAM", 403, CloudErrorClass.UserAction, Reasons.PermissionDenied)]
    [InlineData("NoPermission", 403, CloudErrorClass.UserAction, Reasons.PermissionDenied)]
    [InlineData("InvalidTimeStamp.Expired", 400, CloudErrorClass.UserAction, Reasons.ClockSkew)]
    [InlineData("InvalidTimeStamp.Format", 400, CloudErrorClass.UserAction, Reasons.ClockSkew)]
    [InlineData("IllegalTimestamp", 400, CloudErrorClass.UserAction, Reasons.ClockSkew)]
    [InlineData("InvalidAccessKeyId.NotFound", 404, CloudErrorClass.UserAction, Reasons.CredentialsInvalid)]
    [InlineData("InvalidSecurityToken.Expired", 400, CloudErrorClass.UserAction, Reasons.CredentialsInvalid)]
    [InlineData("MissingSecurityToken", 400, CloudErrorClass.UserAction, Reasons.CredentialsInvalid)]
    [InlineData("SignatureDoesNotMatch", 400, CloudErrorClass.UserAction, Reasons.CredentialsInvalid)]
    [InlineData("IncompleteSignature", 400, CloudErrorClass.UserAction, Reasons.CredentialsInvalid)]
    [InlineData("SignatureNonceUsed", 400, CloudErrorClass.Retry, Reasons.CloudUnavailable)]
    [InlineData("Throttling", 400, CloudErrorClass.Retry, Reasons.Throttled)]
    [InlineData("Throttling.User", 400, CloudErrorClass.Retry, Reasons.Throttled)]
    [InlineData("Rejected.Throttling", 429, CloudErrorClass.Retry, Reasons.Throttled)]
    [InlineData("Throttling.ConcurrentLimitExceeded", 503, CloudErrorClass.Retry, Reasons.Throttled)]
    [InlineData("ServiceUnavailable", 503, CloudErrorClass.Retry, Reasons.CloudUnavailable)]
    [InlineData("InternalError", 500, CloudErrorClass.Retry, Reasons.CloudUnavailable)]
    [InlineData("SystemBusy", 400, CloudErrorClass.Retry, Reasons.CloudUnavailable)]
    [InlineData("NeverHeardOf", 502, CloudErrorClass.Retry, Reasons.CloudUnavailable)]
    [InlineData("NeverHeardOf", 400, CloudErrorClass.UserAction, Reasons.CloudRefused)]
    [InlineData("MissingParameter", 400, CloudErrorClass.BadRequest, Reasons.CloudRefused)]
    [InlineData("InvalidParameter", 400, CloudErrorClass.BadRequest, Reasons.CloudRefused)]
    [InlineData("Throttling", 503, CloudErrorClass.Retry, Reasons.Throttled)]
    [InlineData("OperationFailed.IdempotentTokenProcessing", 400, CloudErrorClass.Wait, Reasons.SessionBusy)]
    [InlineData("IdempotenceProcessing", 400, CloudErrorClass.Wait, Reasons.SessionBusy)]
    [InlineData("MissingParam.SourceIds", 400, CloudErrorClass.BadRequest, Reasons.CloudRefused)]
    [InlineData("IllegalParam.SourceIds", 400, CloudErrorClass.BadRequest, Reasons.CloudRefused)]
    [InlineData("InvalidApi.NotFound", 404, CloudErrorClass.UserAction, Reasons.CloudRefused)]
    [InlineData("InvalidVersion", 400, CloudErrorClass.UserAction, Reasons.CloudRefused)]
    [InlineData("ResourceNotFound.TrafficMirrorFilter", 400, CloudErrorClass.UserAction, Reasons.FilterNotFound)]
    [InlineData("IncorrectStatus.TrafficMirrorFilter", 400, CloudErrorClass.Wait, Reasons.SessionBusy)]
    [InlineData("IncorrectStatus.TrafficMirrorRule", 400, CloudErrorClass.Wait, Reasons.SessionBusy)]
    [InlineData("InvalidEniId.NotFound", 404, CloudErrorClass.BadRequest, Reasons.NetworkInterfaceNotFound)]
    [InlineData("InvalidEcsId.NotFound", 404, CloudErrorClass.BadRequest, Reasons.InstanceNotFound)]
    [InlineData("InvalidVSwitchId.NotFound", 404, CloudErrorClass.BadRequest, Reasons.CloudRefused)]
    [InlineData("InvalidInstanceID.Malformed", 400, CloudErrorClass.BadRequest, Reasons.CloudRefused)]
    [InlineData("InvalidRegionId.MalFormed", 400, CloudErrorClass.UserAction, Reasons.CloudRefused)]
    [InlineData("InvalidParameter.TagValue", 400, CloudErrorClass.BadRequest, Reasons.CloudRefused)]
    [InlineData("NeverHeardOf", 429, CloudErrorClass.Retry, Reasons.Throttled)]
    [InlineData("NeverHeardOf", 408, CloudErrorClass.Retry, Reasons.CloudRefused)]
    [InlineData("NeverHeardOf", 404, CloudErrorClass.UserAction, Reasons.CloudRefused)]
    internal void A_code_of_the_cloud_has_one_class_and_one_reason(string code, int status, CloudErrorClass kind, string reason)
    {
        var rule = CloudErrorTable.Of(CloudErrors.Of(code, status));
        Assert.Equal((kind, reason), (rule.Class, rule.Reason));
    }

    [Theory]
    [InlineData(ClientErrorCodes.NoCredentials, CloudErrorClass.UserAction, Reasons.CredentialsInvalid)]
    [InlineData(ClientErrorCodes.InvalidRegion, CloudErrorClass.UserAction, Reasons.CloudRefused)]
    [InlineData(ClientErrorCodes.TlsFailure, CloudErrorClass.UserAction, Reasons.CloudUnreachable)]
    [InlineData(ClientErrorCodes.Timeout, CloudErrorClass.Retry, Reasons.CloudUnreachable)]
    [InlineData(ClientErrorCodes.ConnectionFailed, CloudErrorClass.Retry, Reasons.CloudUnreachable)]
    [InlineData(ClientErrorCodes.ConnectionLost, CloudErrorClass.Retry, Reasons.CloudUnreachable)]
    [InlineData(ClientErrorCodes.DeadlinePassed, CloudErrorClass.Retry, Reasons.CloudUnreachable)]
    [InlineData(ClientErrorCodes.UnreadableReply, CloudErrorClass.Retry, Reasons.UnreadableAnswer)]
    internal void A_failure_on_the_way_has_one_class_and_one_reason(string code, CloudErrorClass kind, string reason)
    {
        var rule = CloudErrorTable.Of(CloudErrors.Local(code, unknown: true));
        Assert.Equal((kind, reason), (rule.Class, rule.Reason));
    }

    [Theory]
    [InlineData(200, CloudErrorClass.Retry, Reasons.UnreadableAnswer)]
    [InlineData(302, CloudErrorClass.UserAction, Reasons.UnreadableAnswer)]
    [InlineData(404, CloudErrorClass.UserAction, Reasons.UnreadableAnswer)]
    [InlineData(407, CloudErrorClass.UserAction, Reasons.UnreadableAnswer)]
    [InlineData(408, CloudErrorClass.Retry, Reasons.UnreadableAnswer)]
    [InlineData(429, CloudErrorClass.Retry, Reasons.Throttled)]
    [InlineData(502, CloudErrorClass.Retry, Reasons.UnreadableAnswer)]
    internal void An_unreadable_answer_is_read_by_its_status(int status, CloudErrorClass kind, string reason)
    {
        var rule = CloudErrorTable.Of(CloudErrors.Of(ClientErrorCodes.UnreadableReply, status));
        Assert.Equal((kind, reason), (rule.Class, rule.Reason));
    }

    [Theory]
    [InlineData("InvalidParameter", 400, CloudErrorClass.UserAction)]
    [InlineData("ResourceNotFound.NetworkInterface", 404, CloudErrorClass.UserAction)]
    [InlineData("IncorrectStatus", 400, CloudErrorClass.UserAction)]
    [InlineData("ServiceUnavailable", 503, CloudErrorClass.Retry)]
    [InlineData(ClientErrorCodes.NoCredentials, 500, CloudErrorClass.Retry)]
    internal void A_refusal_of_the_call_for_keys_blames_no_id_of_the_write(string code, int status, CloudErrorClass kind)
    {
        var rule = CloudErrorTable.Of(new CloudException("Action", code, "why") { HttpStatus = status, IsAboutCredentials = true });
        var write = kind == CloudErrorClass.Retry ? WriteConsequence.Repeat : WriteConsequence.NeedsUser;
        Assert.Equal((kind, write), (rule.Class, rule.Write));
    }

    [Fact]
    public void Every_row_can_be_met()
    {
        var rules = CloudErrorTable.Rules;
        Assert.All(rules, rule => Assert.Same(rule, CloudErrorTable.Of(Example(rule))));
    }

    [Fact]
    public void Codes_match_in_any_case() =>
        Assert.Equal(Reasons.SessionBusy, CloudErrorTable.Of(CloudErrors.Of("INCORRECTSTATUS.trafficmirrorsession")).Reason);

    private static CloudException Example(CloudErrorRule rule)
    {
        var code = rule.Code.Text.Trim('*');
        return new CloudException("Action", code.Length > 0 ? code : "Other", "why") { HttpStatus = rule.Statuses?.First };
    }
}
