using VpcMirrorOperator.AlibabaCloud.Errors;

namespace VpcMirrorOperator.AlibabaCloud.Tests.Errors;

public class Classes_of_errors
{
    [Theory]
    // The documented table of RemoveSourcesFromTrafficMirrorSession.
    [InlineData(400, "IncorrectBusinessStatus.TrafficMirror", CloudErrorClass.UserAction)]
    [InlineData(400, "OptInRequired.TrafficMirror", CloudErrorClass.UserAction)]
    [InlineData(400, "DuplicatedParam.SourceInstanceIds", CloudErrorClass.BadRequest)]
    [InlineData(400, "ResourceNotFound.TrafficMirrorSession", CloudErrorClass.UserAction)]
    [InlineData(400, "IncorrectStatus.TrafficMirrorSession", CloudErrorClass.Wait)]
    [InlineData(400, "ResourceNotAssociated.TrafficMirrorSource", CloudErrorClass.AlreadyDone)]
    [InlineData(400, "ResourceNotFound.NetworkInterface", CloudErrorClass.BadRequest)]
    [InlineData(400, "ResourceNotFound.EcsInstance", CloudErrorClass.BadRequest)]
    // Codes of the gateway, and those that the Terraform provider retries.
    [InlineData(400, "Throttling", CloudErrorClass.Retry)]
    [InlineData(403, "Throttling.User", CloudErrorClass.Retry)]
    [InlineData(400, "Rejected.Throttling", CloudErrorClass.Retry)]
    [InlineData(400, "OperationConflict", CloudErrorClass.Wait)]
    [InlineData(400, "IncorrectStatus", CloudErrorClass.Wait)]
    [InlineData(400, "SystemBusy", CloudErrorClass.Retry)]
    [InlineData(503, "ServiceUnavailable", CloudErrorClass.Retry)]
    [InlineData(500, "InternalError", CloudErrorClass.Retry)]
    [InlineData(400, "LastTokenProcessing", CloudErrorClass.Wait)]
    [InlineData(400, "OperationFailed.LastTokenProcessing", CloudErrorClass.Wait)]
    [InlineData(400, "OperationFailed.IdempotentTokenProcessing", CloudErrorClass.Wait)]
    [InlineData(400, "IdempotenceProcessing", CloudErrorClass.Wait)]
    [InlineData(400, "IdempotentParameterMismatch", CloudErrorClass.BadRequest)]
    [InlineData(400, "ORDER.OPEND", CloudErrorClass.AlreadyDone)]
    [InlineData(400, "ResourceAlreadyAssociated.TrafficMirrorSource", CloudErrorClass.AlreadyDone)]
    [InlineData(400, "QuotaExceeded.TrafficMirrorSource", CloudErrorClass.UserAction)]
    [InlineData(400, "MissingParameter", CloudErrorClass.BadRequest)]
    [InlineData(400, "MissingParam.SourceIds", CloudErrorClass.BadRequest)]
    [InlineData(400, "IllegalParam.SourceIds", CloudErrorClass.BadRequest)]
    [InlineData(400, "InvalidParameter", CloudErrorClass.BadRequest)]
    [InlineData(400, "SignatureNonceUsed", CloudErrorClass.Retry)]
    [InlineData(400, "SignatureDoesNotMatch", CloudErrorClass.UserAction)]
    [InlineData(404, "InvalidAccessKeyId.NotFound", CloudErrorClass.UserAction)]
    [InlineData(400, "InvalidSecurityToken.Expired", CloudErrorClass.UserAction)]
    [InlineData(400, "MissingSecurityToken", CloudErrorClass.UserAction)]
    [InlineData(400, "InvalidTimeStamp.Expired", CloudErrorClass.UserAction)]
    [InlineData(404, "InvalidApi.NotFound", CloudErrorClass.UserAction)]
    [InlineData(403, "Forbidden.RAM", CloudErrorClass.UserAction)]
    [InlineData(400, "NoPermission", CloudErrorClass.UserAction)]
    // Never seen before.
    [InlineData(500, "SomethingNew", CloudErrorClass.Retry)]
    [InlineData(429, "SomethingNew", CloudErrorClass.Retry)]
    [InlineData(400, "SomethingNew", CloudErrorClass.UserAction)]
    public void A_code_is_sorted_by_its_start(int status, string code, CloudErrorClass expected) =>
        Assert.Equal(expected, CloudErrorClassifier.Classify(status, code, "any"));

    [Fact]
    public void An_activation_repeated_is_told_by_its_message() =>
        Assert.Equal(CloudErrorClass.AlreadyDone, CloudErrorClassifier.Classify(500, "InternalError", "The service is Already Activated."));

    [Theory]
    [InlineData(500, "InternalError", true)]
    [InlineData(400, "SignatureNonceUsed", true)]
    [InlineData(400, "OperationFailed.LastTokenProcessing", true)]
    [InlineData(400, "Throttling.User", false)]
    [InlineData(400, "IncorrectStatus.TrafficMirrorSession", false)]
    [InlineData(403, "Forbidden.RAM", false)]
    public void Only_answers_that_leave_it_open_say_the_outcome_is_unknown(int status, string code, bool unknown) =>
        Assert.Equal(unknown, CloudErrorClassifier.IsOutcomeUnknown(status, code));
}
