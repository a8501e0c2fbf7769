namespace VpcMirrorOperator.Commands;

/// <summary>Everything that a command takes from its process, so that a test can run it in place.</summary>
public sealed record CommandContext
{
    /// <summary>Standard input.</summary>
    public required TextReader In { get; init; }

    /// <summary>Standard output: results.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Standard error: errors and notices.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Reads an environment variable; null when it is not set.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>The user's home, where credentials files are looked for; null for none.</summary>
    public string? HomeDirectory { get; init; }

    /// <summary>What relative paths start from.</summary>
    public required string CurrentDirectory { get; init; }

    /// <summary>The size of the terminal that <see cref="Out"/> is; null when it is none.</summary>
    public Func<TerminalSize?> Terminal { get; init; } = () => null;

    /// <summary>Gives unpredictable bytes: ids of objects, of this process, and seeds of jitter.</summary>
    public required Func<int, byte[]> RandomBytes { get; init; }

    /// <summary>Cancelled when the user wants the command to end: what is under way is finished, nothing new is begun.</summary>
    public CancellationToken Interrupted { get; init; }

    /// <summary>A path as the user meant it.</summary>
    /// <param name="path">Absolute, or relative to <see cref="CurrentDirectory"/>.</param>
    internal string FullPath(string path) => Path.GetFullPath(path, CurrentDirectory);

    /// <summary>A new unique id in the form of a Kubernetes uid.</summary>
    internal string NewUid() => new Guid(RandomBytes(16)).ToString();
}

/// <summary>The size of a terminal in characters.</summary>
/// <param name="Width">Columns, 1 or more.</param>
/// <param name="Height">Lines, 1 or more.</param>
public readonly record struct TerminalSize(int Width, int Height);
