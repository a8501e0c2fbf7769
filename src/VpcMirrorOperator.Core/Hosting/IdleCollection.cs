namespace VpcMirrorOperator.Hosting;

/// <summary>
/// Gives memory back when a burst of work is over: after the first list, or an edit of thousands of objects, the heap has holes that
/// nothing would ever fill, and the collector by itself has no reason to close them.
/// </summary>
internal static class IdleCollection
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    /// <summary>Looks every few seconds, until cancelled.</summary>
    /// <param name="time">Clock of the looks.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>A task that ends without an exception after the cancellation, and never before.</returns>
    public static async Task RunAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        var pace = new AllocationPace();
        try
        {
            while (true)
            {
                await Task.Delay(Interval, time, cancellationToken);
                if (pace.IsRest(GC.GetTotalAllocatedBytes()))
                    GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
    }
}
