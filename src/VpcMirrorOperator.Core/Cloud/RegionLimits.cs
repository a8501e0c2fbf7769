namespace VpcMirrorOperator.Cloud;

/// <summary>What is known of one region of one account. Immutable.</summary>
/// <param name="AddBatchSize">The ids that one add call may hold, as far as known.</param>
/// <param name="FullAddBatchSize">The size before a refusal cast doubt on it.</param>
/// <param name="Suspicion">The error code that made us try single adds; null when none did.</param>
/// <param name="WriteDuration">How long the cloud takes to carry out a write.</param>
internal sealed record RegionLimits(int AddBatchSize, int FullAddBatchSize, string? Suspicion, WriteDurationEstimate WriteDuration)
{
    /// <summary>
    /// The ids in one add call until the cloud rejects that many. The documentation contradicts itself here, so this is learned.
    /// </summary>
    public const int DefaultAddBatchSize = 10;

    /// <summary>Nothing learned yet.</summary>
    /// <param name="addBatchSize">The ids that one add call may hold, to begin with.</param>
    public static RegionLimits Start(int addBatchSize = DefaultAddBatchSize) =>
        new(addBatchSize, addBatchSize, null, WriteDurationEstimate.Unknown);

    /// <summary>
    /// A batch of several adds was refused with a quota- or parameter-shaped code: the batch may be too large, so add one at a time.
    /// </summary>
    /// <param name="code">The cloud's error code.</param>
    public RegionLimits BatchRejected(string code) => this with { AddBatchSize = 1, Suspicion = code };

    /// <summary>
    /// A single add was refused. With the code that a batch was refused with, it was the source or the session's capacity, not the
    /// size of the batch: go back to full batches.
    /// </summary>
    /// <param name="code">The cloud's error code.</param>
    public RegionLimits SingleRejected(string code) =>
        code == Suspicion ? this with { AddBatchSize = FullAddBatchSize, Suspicion = null } : this;
}
