namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>What a process has said about an object, so that it says it once.</summary>
internal sealed record ReportMemory
{
    /// <summary>Nothing said yet. One for all objects.</summary>
    public static readonly ReportMemory None = new();

    /// <summary>True while writes fail: the conditions that say so stay until one is accepted, and do not flap with each attempt.</summary>
    public bool WritesFail { get; init; }

    /// <summary>Reads that failed in a row.</summary>
    public int FailedReads { get; init; }

    /// <summary>The plan that passed a dry run, moved on with our operations like an approval.</summary>
    public string? ValidatedPlan { get; init; }

    /// <summary>Something final that the latest answers said, to be confirmed; null when there is nothing.</summary>
    public Finding? Finding { get; init; }
}
