using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Errors;

namespace VpcMirrorOperator.Kinds.Sessions;

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
    public static Refusal Classify(CloudException error, OperationState operation) => error.OutcomeUnknown
        ? Refusal.OutcomeUnknown
        : CloudErrorTable.Of(error).Write switch
        {
            WriteConsequence.Repeat => Refusal.TryAgain,
            WriteConsequence.BlameItem => Refusal.BadSource,
            WriteConsequence.TooMany => Quota(operation),
            WriteConsequence.BadParameter => Parameter(operation),
            WriteConsequence.PlanAnew => Refusal.PlanAnew,
            _ => Refusal.NeedsUser,
        };

    private static Refusal Quota(OperationState operation) => operation switch
    {
        { Verb: OperationVerb.Remove } => Refusal.NeedsUser,
        { Ids.Count: > 1 } => Refusal.BatchTooLarge,
        _ => Refusal.SessionFull,
    };

    private static Refusal Parameter(OperationState operation) =>
        operation is { Verb: OperationVerb.Add, Ids.Count: > 1 } ? Refusal.BatchTooLarge : Refusal.BadSource;
}
