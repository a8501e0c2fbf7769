namespace VpcMirrorOperator.Processes;

/// <summary>Everything that the operator takes from its process, so that a test can run it in place.</summary>
internal record ProcessEnvironment
{
    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Reads an environment variable; null when it is not set.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>The user's home, where credentials files are searched for; null for none.</summary>
    public string? HomeDirectory { get; init; }

    /// <summary>What relative paths start from.</summary>
    public required string CurrentDirectory { get; init; }

    /// <summary>Gives unpredictable bytes: ids of objects, of this process, and seeds of jitter.</summary>
    public required Func<int, byte[]> RandomBytes { get; init; }

    /// <summary>Whether standard error, which logs go to, is a terminal: then a person reads them.</summary>
    public bool LogsToTerminal { get; init; }

    /// <summary>Cancelled when the process is to end: what is under way is finished, nothing new is begun.</summary>
    public CancellationToken Interrupted { get; init; }

    /// <summary>A path as the user meant it.</summary>
    /// <param name="path">Absolute, or relative to <see cref="CurrentDirectory"/>.</param>
    internal string FullPath(string path) => Path.GetFullPath(path, CurrentDirectory);

    /// <summary>A new unique id in the form of a Kubernetes uid.</summary>
    internal string NewUid() => new Guid(RandomBytes(16)).ToString();

    /// <summary>Random hexadecimal digits, two for each byte.</summary>
    internal string NewHex(int bytes) => Convert.ToHexStringLower(RandomBytes(bytes));

    /// <summary>A source of jitter with an unpredictable seed.</summary>
    internal Random NewRandom() => new(BitConverter.ToInt32(RandomBytes(sizeof(int))));
}
