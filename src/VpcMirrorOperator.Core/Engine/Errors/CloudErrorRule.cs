using VpcMirrorOperator.AlibabaCloud.Errors;

namespace VpcMirrorOperator.Engine.Errors;

/// <summary>One row of <see cref="CloudErrorTable"/>: everything that is known about an error code.</summary>
/// <param name="Code">Which codes.</param>
/// <param name="Class">What to do about the call.</param>
/// <param name="Write">What it means for a write.</param>
/// <param name="Reason">The condition reason, one of <see cref="Decisions.Reasons"/>.</param>
/// <param name="Remedy">What a user can do, in whole sentences.</param>
internal sealed record CloudErrorRule(CodePattern Code, CloudErrorClass Class, WriteConsequence Write, string Reason, string Remedy)
{
    /// <summary>Only answers with an HTTP status in this range, both ends included; null for any answer and for none.</summary>
    public (int First, int Last)? Statuses { get; init; }

    /// <summary>Whether a user must act, so that waiting alone does not help.</summary>
    public bool NeedsUser => Class is CloudErrorClass.UserAction or CloudErrorClass.BadRequest;

    /// <summary>Whether the call may succeed when it is simply made again.</summary>
    public bool IsTemporary => Class is CloudErrorClass.Retry or CloudErrorClass.Wait;

    /// <summary>Whether this row is about <paramref name="error"/>.</summary>
    public bool Fits(CloudException error) => Code.Fits(error.Code)
        && (Statuses is not { } range || (error.HttpStatus is { } status && status >= range.First && status <= range.Last));
}
