namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>Why an object may not touch its session at all, and learns nothing of it either.</summary>
/// <param name="Reason">See <see cref="Engine.Decisions.Reasons"/>.</param>
/// <param name="Message">What is missing, and what to do.</param>
internal sealed record Refusal(string Reason, string Message);
