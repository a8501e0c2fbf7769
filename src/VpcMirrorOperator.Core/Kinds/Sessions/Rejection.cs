using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Engine.Errors;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>What an error means for the write that got it.</summary>
internal enum Rejection
{
    /// <summary>Nobody knows whether it took effect: observation, and repeat it with its token if not.</summary>
    OutcomeUnknown,

    /// <summary>It had no effect and may be repeated as it is.</summary>
    TryAgain,

    /// <summary>One of its ids is at fault.</summary>
    BadSource,

    /// <summary>An add with several ids may have had too many.</summary>
    BatchTooLarge,

    /// <summary>An add of one source met a quota.</summary>
    QuotaMet,

    /// <summary>An add of one source was refused with a code that nobody knows.</summary>
    Unclear,

    /// <summary>It had no effect and must not be repeated with its token: plan anew.</summary>
    PlanAnew,

    /// <summary>It needs a user.</summary>
    NeedsUser,

    /// <summary>The attributes that it writes are refused: they are put aside for a while, and the sources go on (rule S8).</summary>
    AttributesRefused,
}

/// <summary>Reads errors of writes (rules 5, 8 and 9). Pure.</summary>
internal static class Rejections
{
    public static Rejection Classify(CloudException error, OperationState operation) => error.OutcomeUnknown
        ? Rejection.OutcomeUnknown
        : operation.Verb switch
        {
            OperationVerb.Add or OperationVerb.Remove => OfSources(error, operation),
            OperationVerb.Update or OperationVerb.Tag or OperationVerb.Untag => OfAttributes(error),
            _ => OfLife(error, operation),
        };

    /// <summary>A Create is halved for a bad source like an add (rule S7); what else is refused needs a user.</summary>
    private static Rejection OfLife(CloudException error, OperationState operation) => CloudErrorTable.Of(error).Write switch
    {
        WriteConsequence.Repeat => Rejection.TryAgain,
        WriteConsequence.PlanAnew => Rejection.PlanAnew,
        WriteConsequence.BlameItem when operation.Verb == OperationVerb.Create => Rejection.BadSource,
        WriteConsequence.TooMany or WriteConsequence.BadParameter when operation is { Verb: OperationVerb.Create, Ids.Count: > 1 } =>
            Rejection.BatchTooLarge,
        _ => Rejection.NeedsUser,
    };

    private static Rejection OfAttributes(CloudException error) => CloudErrorTable.Of(error).Write switch
    {
        WriteConsequence.Repeat => Rejection.TryAgain,
        WriteConsequence.PlanAnew => Rejection.PlanAnew,
        _ when error.IsAboutCredentials => Rejection.NeedsUser,
        _ => Rejection.AttributesRefused,
    };

    private static Rejection OfSources(CloudException error, OperationState operation) =>
        CloudErrorTable.Of(error).Write switch
        {
            WriteConsequence.Repeat => Rejection.TryAgain,
            WriteConsequence.BlameItem => Rejection.BadSource,
            WriteConsequence.TooMany => Quota(operation, Rejection.QuotaMet),
            WriteConsequence.Unclear => Quota(operation, Rejection.Unclear),
            WriteConsequence.BadParameter => Parameter(operation),
            WriteConsequence.PlanAnew => Rejection.PlanAnew,
            _ => Rejection.NeedsUser,
        };

    /// <summary>
    /// Whether a quota may be why an add of one source was refused: the codes of quotas are not documented, so it may be any that does not
    /// say something else.
    /// </summary>
    public static bool MayBeQuota(CloudException error, OperationState operation) =>
        !error.OutcomeUnknown
        && operation is { Verb: OperationVerb.Add, Ids.Count: 1 }
        && CloudErrorTable.Of(error).Write is WriteConsequence.TooMany or WriteConsequence.Unclear or WriteConsequence.BadParameter;

    private static Rejection Quota(OperationState operation, Rejection ofOne) => operation switch
    {
        { Verb: OperationVerb.Remove } => Rejection.NeedsUser,
        { Ids.Count: > 1 } => Rejection.BatchTooLarge,
        _ => ofOne,
    };

    private static Rejection Parameter(OperationState operation) =>
        operation is { Verb: OperationVerb.Add, Ids.Count: > 1 } ? Rejection.BatchTooLarge : Rejection.BadSource;
}
