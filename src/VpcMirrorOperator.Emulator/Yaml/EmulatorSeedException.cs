namespace VpcMirrorOperator.Emulator.Yaml;

/// <summary>A seed (or an order to the control API, which is read the same way) that cannot be used. The message says
/// where, what and what to do.</summary>
public sealed class EmulatorSeedException : Exception
{
    internal EmulatorSeedException(string source, long line, string field, string problem, string remedy, Exception? inner = null)
        : base($"{source}:{line}: {(field.Length == 0 ? "" : field + ": ")}{problem}. {remedy}", inner) =>
        (SourceName, Line, Field, Problem, Remedy) = (source, line, field, problem, remedy);

    /// <summary>The name of the text that was read, usually a path.</summary>
    public string SourceName { get; }

    /// <summary>The line, counted from 1.</summary>
    public long Line { get; }

    /// <summary>The field's path, for example <c>accounts[0].regions[1].id</c>; empty for the document itself.</summary>
    public string Field { get; }

    /// <summary>What is wrong.</summary>
    public string Problem { get; }

    /// <summary>What to do about it, as a sentence.</summary>
    public string Remedy { get; }
}
