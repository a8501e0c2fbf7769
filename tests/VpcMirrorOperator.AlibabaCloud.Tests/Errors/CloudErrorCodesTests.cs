using VpcMirrorOperator.AlibabaCloud.Errors;

namespace VpcMirrorOperator.AlibabaCloud.Tests.Errors;

public class CloudErrorCodesTests
{
    [Theory]
    [InlineData(500, "InternalError", true)]
    [InlineData(400, "SignatureNonceUsed", true)]
    [InlineData(400, "OperationFailed.LastTokenProcessing", true)]
    [InlineData(400, "Throttling.User", false)]
    [InlineData(400, "IncorrectStatus.TrafficMirrorSession", false)]
    [InlineData(403, "Forbidden.RAM", false)]
    public void Only_answers_that_leave_it_open_say_the_outcome_is_unknown(int status, string code, bool unknown) =>
        Assert.Equal(unknown, CloudErrorCodes.IsOutcomeUnknown(status, code));
}
