namespace VpcMirrorOperator.Commands;

/// <summary>Whether output may have colours.</summary>
internal static class TerminalColour
{
    /// <summary>On a terminal that can, unless <c>NO_COLOR</c> is set (https://no-color.org: to any value that is not empty).</summary>
    public static bool Of(CommandContext context) => CanDraw(context) && string.IsNullOrEmpty(context.Variable("NO_COLOR"));

    /// <summary>Whether standard output is a terminal that knows control sequences.</summary>
    public static bool CanDraw(CommandContext context) => context.Terminal() is not null && context.Variable("TERM") != "dumb";
}
