using System.Diagnostics.CodeAnalysis;
using VpcMirrorOperator.Processes;

namespace VpcMirrorOperator.Commands;

/// <summary>Everything that a command takes from its process, so that a test can run it in place.</summary>
internal sealed record CommandContext : ProcessEnvironment
{
    /// <summary>A context to be filled in.</summary>
    public CommandContext()
    {
    }

    /// <summary>A context of a process, whose streams are still to be given.</summary>
    /// <param name="process">The process.</param>
    [SetsRequiredMembers]
    public CommandContext(ProcessEnvironment process) : base(process)
    {
        (In, Out, Error) = (TextReader.Null, TextWriter.Null, TextWriter.Null);
    }

    /// <summary>Standard input.</summary>
    public required TextReader In { get; init; }

    /// <summary>Standard output: results.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Standard error: errors and notices.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>How the tool was called, for usage and help.</summary>
    public string ProgramName { get; init; } = Commands.ProgramName.Standalone;

    /// <summary>The size of the terminal that <see cref="Out"/> is; null when it is none.</summary>
    public Func<TerminalSize?> Terminal { get; init; } = () => null;
}

/// <summary>The size of a terminal in characters.</summary>
/// <param name="Width">Columns, 1 or more.</param>
/// <param name="Height">Lines, 1 or more.</param>
internal readonly record struct TerminalSize(int Width, int Height)
{
    /// <summary>The size that a terminal reports; some, such as the consoles of CI systems, report 0 for what they do not know.</summary>
    public static TerminalSize Of(int width, int height) => new(width > 0 ? width : 80, height > 0 ? height : 24);
}
