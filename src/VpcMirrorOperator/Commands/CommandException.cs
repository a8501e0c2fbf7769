namespace VpcMirrorOperator.Commands;

/// <summary>A command cannot go on for a reason that the user can correct. Its message is printed, and the exit code is 1.</summary>
/// <param name="message">What is wrong and what to do, one or more lines.</param>
/// <param name="inner">The cause, if there is one.</param>
internal sealed class CommandException(string message, Exception? inner = null) : Exception(message, inner);
