using VpcMirrorOperator.AlibabaCloud.Errors;

namespace VpcMirrorOperator.Core.Tests.Engine.Errors;

/// <summary>Errors as the client would make them.</summary>
internal static class CloudErrors
{
    /// <summary>An answer of the cloud.</summary>
    public static CloudException Of(string code, int status = 400, TimeSpan? retryAfter = null) => new("Action", code, "why")
    {
        HttpStatus = status,
        OutcomeUnknown = CloudErrorCodes.IsOutcomeUnknown(status, code),
        RetryAfter = retryAfter,
        RequestId = "request-1",
    };

    /// <summary>A failure without an answer.</summary>
    public static CloudException Local(string code, bool unknown) => new("Action", code, "why") { OutcomeUnknown = unknown };
}
