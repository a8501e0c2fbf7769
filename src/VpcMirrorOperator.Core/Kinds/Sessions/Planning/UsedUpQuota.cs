namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>The quota that keeps a source out of a session.</summary>
/// <param name="Reason">See <see cref="Engine.Decisions.Reasons"/>.</param>
/// <param name="Message">What is used up, and what can be done.</param>
/// <param name="IsExact">
/// Whether a number is exactly a documented quota. If not, it is above one, so the quota was raised, and only a code that speaks of quotas
/// makes it the cause.
/// </param>
internal sealed record UsedUpQuota(string Reason, string Message, bool IsExact);
