using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Core.Tests.Engine.Errors;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kinds.Sessions;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions;

/// <summary>What an error means for the write that got it: expected for an add of several, an add of one and a remove of several.</summary>
public class WriteConsequenceTests
{
    [Theory]
    [InlineData("IncorrectBusinessStatus.TrafficMirror", 400, Rejection.NeedsUser, Rejection.NeedsUser, Rejection.NeedsUser)]
    [InlineData("OptInRequired.TrafficMirror", 400, Rejection.NeedsUser, Rejection.NeedsUser, Rejection.NeedsUser)]
    [InlineData("ResourceNotFound.TrafficMirrorSession", 400, Rejection.NeedsUser, Rejection.NeedsUser, Rejection.NeedsUser)]
    [InlineData("Forbidden.RAM", 403, Rejection.NeedsUser, Rejection.NeedsUser, Rejection.NeedsUser)]
    [InlineData("NeverHeardOf", 404, Rejection.NeedsUser, Rejection.NeedsUser, Rejection.NeedsUser)]
    [InlineData("IncorrectStatus.TrafficMirrorSession", 400, Rejection.TryAgain, Rejection.TryAgain, Rejection.TryAgain)]
    [InlineData("OperationConflict", 400, Rejection.TryAgain, Rejection.TryAgain, Rejection.TryAgain)]
    [InlineData("SystemBusy", 400, Rejection.TryAgain, Rejection.TryAgain, Rejection.TryAgain)]
    [InlineData("Throttling.User", 400, Rejection.TryAgain, Rejection.TryAgain, Rejection.TryAgain)]
    [InlineData("ServiceUnavailable", 503, Rejection.OutcomeUnknown, Rejection.OutcomeUnknown, Rejection.OutcomeUnknown)]
    [InlineData("InternalError", 500, Rejection.OutcomeUnknown, Rejection.OutcomeUnknown, Rejection.OutcomeUnknown)]
    [InlineData("LastTokenProcessing", 400, Rejection.OutcomeUnknown, Rejection.OutcomeUnknown, Rejection.OutcomeUnknown)]
    [InlineData("OperationFailed.LastTokenProcessing", 400, Rejection.OutcomeUnknown, Rejection.OutcomeUnknown, Rejection.OutcomeUnknown)]
    [InlineData("SignatureNonceUsed", 400, Rejection.OutcomeUnknown, Rejection.OutcomeUnknown, Rejection.OutcomeUnknown)]
    [InlineData("ResourceNotAssociated.TrafficMirrorSource", 400, Rejection.BadSource, Rejection.BadSource, Rejection.BadSource)]
    [InlineData("ResourceAlreadyAssociated.TrafficMirrorSource", 400, Rejection.BadSource, Rejection.BadSource, Rejection.BadSource)]
    [InlineData("ResourceNotFound.NetworkInterface", 400, Rejection.BadSource, Rejection.BadSource, Rejection.BadSource)]
    [InlineData("ResourceNotFound.EcsInstance", 400, Rejection.BadSource, Rejection.BadSource, Rejection.BadSource)]
    [InlineData("QuotaExceeded.TrafficMirrorSource", 400, Rejection.BatchTooLarge, Rejection.QuotaMet, Rejection.NeedsUser)]
    [InlineData("NeverHeardOf", 400, Rejection.BatchTooLarge, Rejection.Unclear, Rejection.NeedsUser)]
    [InlineData("IllegalParam.TrafficMirrorSourceIds", 400, Rejection.BatchTooLarge, Rejection.BadSource, Rejection.BadSource)]
    [InlineData("DuplicatedParam.SourceInstanceIds", 400, Rejection.NeedsUser, Rejection.NeedsUser, Rejection.NeedsUser)]
    [InlineData("IdempotentParameterMismatch", 400, Rejection.PlanAnew, Rejection.PlanAnew, Rejection.PlanAnew)]
    internal void A_code_means_the_same_each_time(string code, int status, Rejection adds, Rejection add, Rejection removes)
    {
        var error = CloudErrors.Of(code, status);
        Assert.Equal(adds, Rejections.Classify(error, Given.Operation(OperationVerb.Add, Given.Ids(1, 2))));
        Assert.Equal(add, Rejections.Classify(error, Given.Operation(OperationVerb.Add, Given.Ids(1, 1))));
        Assert.Equal(removes, Rejections.Classify(error, Given.Operation(OperationVerb.Remove, Given.Ids(1, 2))));
    }

    [Theory]
    [InlineData(true, Rejection.OutcomeUnknown)]
    [InlineData(false, Rejection.TryAgain)]
    internal void A_lost_connection_leaves_the_outcome_open_only_if_something_was_sent(bool sent, Rejection expected) => Assert.Equal(
        expected, Rejections.Classify(CloudErrors.Local("Client.X", sent), Given.Operation(OperationVerb.Add, Given.Ids(1, 2))));
}
