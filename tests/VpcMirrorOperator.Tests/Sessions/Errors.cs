using VpcMirrorOperator.AlibabaCloud.Errors;

namespace VpcMirrorOperator.Tests.Sessions;

/// <summary>Errors as the client would make them of an answer.</summary>
internal static class Errors
{
    public static CloudException Of(string code, int status = 400, TimeSpan? retryAfter = null) =>
        new("Action", code, "why", CloudErrorClassifier.Classify(status, code, "why"))
        {
            HttpStatus = status,
            OutcomeUnknown = CloudErrorClassifier.IsOutcomeUnknown(status, code),
            RetryAfter = retryAfter,
            RequestId = "request-1",
        };

    public static CloudException Local(string code, CloudErrorClass kind, bool unknown) => new("Action", code, "why", kind) { OutcomeUnknown = unknown };
}
