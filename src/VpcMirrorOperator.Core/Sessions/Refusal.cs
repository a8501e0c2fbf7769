using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Api;

namespace VpcMirrorOperator.Sessions;

/// <summary>What an error means for the write that got it.</summary>
internal enum Refusal
{
    /// <summary>Nobody knows whether it took effect: look, and repeat it with its token if not.</summary>
    OutcomeUnknown,

    /// <summary>It had no effect and may be repeated as it is.</summary>
    TryAgain,

    /// <summary>One of its ids is at fault.</summary>
    BadSource,

    /// <summary>An add with several ids may have had too many.</summary>
    BatchTooLarge,

    /// <summary>The session takes no more sources.</summary>
    SessionFull,

    /// <summary>It had no effect and must not be repeated with its token: plan anew.</summary>
    PlanAnew,

    /// <summary>It needs a user.</summary>
    NeedsUser,
}

/// <summary>Reads errors of writes (rules 5, 8 and 9). Pure.</summary>
internal static class Refusals
{
    public static Refusal Classify(CloudException error, OperationState operation) => error switch
    {
        { OutcomeUnknown: true } => Refusal.OutcomeUnknown,
        { Class: CloudErrorClass.Wait or CloudErrorClass.Retry } => Refusal.TryAgain,
        { Class: CloudErrorClass.AlreadyDone } => Refusal.BadSource,
        _ when Starts(error, "ResourceNotFound.NetworkInterface", "ResourceNotFound.EcsInstance") => Refusal.BadSource,
        _ when Starts(error, "Quota") && operation.Verb == OperationVerb.Add => Quota(operation),
        // The token was used with other parameters: a new operation has a new sequence, so a new token.
        _ when Starts(error, "IdempotentParameterMismatch") => Refusal.PlanAnew,
        // About the request as a whole: no source can be blamed.
        _ when Starts(error, "Signature", "IncompleteSignature", "InvalidVersion", "InvalidAction", "DuplicatedParam") => Refusal.NeedsUser,
        { Class: CloudErrorClass.BadRequest } => Parameter(operation),
        _ => Refusal.NeedsUser,
    };

    private static Refusal Quota(OperationState operation) => operation.Ids.Count > 1 ? Refusal.BatchTooLarge : Refusal.SessionFull;

    private static Refusal Parameter(OperationState operation) =>
        operation is { Verb: OperationVerb.Add, Ids.Count: > 1 } ? Refusal.BatchTooLarge : Refusal.BadSource;

    private static bool Starts(CloudException error, params ReadOnlySpan<string> prefixes)
    {
        foreach (var prefix in prefixes)
            if (error.Code.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
