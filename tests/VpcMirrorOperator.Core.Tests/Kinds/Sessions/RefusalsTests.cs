using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Core.Tests.Engine.Errors;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kinds.Sessions;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions;

/// <summary>What an error means for the write that got it: expected for an add of several, an add of one and a remove of several.</summary>
public class RefusalsTests
{
    [Theory]
    [InlineData("IncorrectBusinessStatus.TrafficMirror", 400, Refusal.NeedsUser, Refusal.NeedsUser, Refusal.NeedsUser)]
    [InlineData("OptInRequired.TrafficMirror", 400, Refusal.NeedsUser, Refusal.NeedsUser, Refusal.NeedsUser)]
    [InlineData("ResourceNotFound.TrafficMirrorSession", 400, Refusal.NeedsUser, Refusal.NeedsUser, Refusal.NeedsUser)]
    [InlineData("Forbidden.RAM", 403, Refusal.NeedsUser, Refusal.NeedsUser, Refusal.NeedsUser)]
    [InlineData("NeverHeardOf", 404, Refusal.NeedsUser, Refusal.NeedsUser, Refusal.NeedsUser)]
    [InlineData("IncorrectStatus.TrafficMirrorSession", 400, Refusal.TryAgain, Refusal.TryAgain, Refusal.TryAgain)]
    [InlineData("OperationConflict", 400, Refusal.TryAgain, Refusal.TryAgain, Refusal.TryAgain)]
    [InlineData("SystemBusy", 400, Refusal.TryAgain, Refusal.TryAgain, Refusal.TryAgain)]
    [InlineData("Throttling.User", 400, Refusal.TryAgain, Refusal.TryAgain, Refusal.TryAgain)]
    [InlineData("ServiceUnavailable", 503, Refusal.OutcomeUnknown, Refusal.OutcomeUnknown, Refusal.OutcomeUnknown)]
    [InlineData("InternalError", 500, Refusal.OutcomeUnknown, Refusal.OutcomeUnknown, Refusal.OutcomeUnknown)]
    [InlineData("LastTokenProcessing", 400, Refusal.OutcomeUnknown, Refusal.OutcomeUnknown, Refusal.OutcomeUnknown)]
    [InlineData("OperationFailed.LastTokenProcessing", 400, Refusal.OutcomeUnknown, Refusal.OutcomeUnknown, Refusal.OutcomeUnknown)]
    [InlineData("SignatureNonceUsed", 400, Refusal.OutcomeUnknown, Refusal.OutcomeUnknown, Refusal.OutcomeUnknown)]
    [InlineData("ResourceNotAssociated.TrafficMirrorSource", 400, Refusal.BadSource, Refusal.BadSource, Refusal.BadSource)]
    [InlineData("ResourceAlreadyAssociated.TrafficMirrorSource", 400, Refusal.BadSource, Refusal.BadSource, Refusal.BadSource)]
    [InlineData("ResourceNotFound.NetworkInterface", 400, Refusal.BadSource, Refusal.BadSource, Refusal.BadSource)]
    [InlineData("ResourceNotFound.EcsInstance", 400, Refusal.BadSource, Refusal.BadSource, Refusal.BadSource)]
    [InlineData("QuotaExceeded.TrafficMirrorSource", 400, Refusal.BatchTooLarge, Refusal.SessionFull, Refusal.NeedsUser)]
    [InlineData("IllegalParam.TrafficMirrorSourceIds", 400, Refusal.BatchTooLarge, Refusal.BadSource, Refusal.BadSource)]
    [InlineData("DuplicatedParam.SourceInstanceIds", 400, Refusal.NeedsUser, Refusal.NeedsUser, Refusal.NeedsUser)]
    [InlineData("IdempotentParameterMismatch", 400, Refusal.PlanAnew, Refusal.PlanAnew, Refusal.PlanAnew)]
    internal void A_code_means_the_same_each_time(string code, int status, Refusal adds, Refusal add, Refusal removes)
    {
        var error = CloudErrors.Of(code, status);
        Assert.Equal(adds, Refusals.Classify(error, Given.Operation(OperationVerb.Add, Given.Ids(1, 2))));
        Assert.Equal(add, Refusals.Classify(error, Given.Operation(OperationVerb.Add, Given.Ids(1, 1))));
        Assert.Equal(removes, Refusals.Classify(error, Given.Operation(OperationVerb.Remove, Given.Ids(1, 2))));
    }

    [Theory]
    [InlineData(true, Refusal.OutcomeUnknown)]
    [InlineData(false, Refusal.TryAgain)]
    internal void A_lost_connection_leaves_the_outcome_open_only_if_something_was_sent(bool sent, Refusal expected) => Assert.Equal(
        expected, Refusals.Classify(CloudErrors.Local("Client.X", sent), Given.Operation(OperationVerb.Add, Given.Ids(1, 2))));
}
