namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>A call that failed, as the status and the events say it.</summary>
/// <param name="Reason">The condition reason.</param>
/// <param name="Message">A sentence for the user.</param>
/// <param name="NeedsUser">Whether a user must act, so that waiting alone does not help.</param>
/// <param name="RequestId">The cloud's id of the call, if it gave one.</param>
internal sealed record FailedCall(string Reason, string Message, bool NeedsUser, string? RequestId);
