namespace VpcMirrorOperator.AlibabaCloud.CredentialChain.Refresh;

/// <summary>Lets callers that want the same result at the same time share one run.</summary>
internal sealed class SingleFlight<T>
{
    private readonly Lock _lock = new();
    private Task<T>? _flight;

    /// <summary>Whether a run is under way.</summary>
    public bool IsFlying
    {
        get { lock (_lock) return _flight is not null; }
    }

    /// <summary>
    /// Joins the run under way or starts one. A caller that is cancelled leaves; the run goes on for the others, so
    /// <paramref name="run"/> must end by limits of its own.
    /// </summary>
    public Task<T> JoinAsync(Func<Task<T>> run, CancellationToken cancellationToken)
    {
        var mine = new TaskCompletionSource<T>();
        Task<T> flight;
        lock (_lock) flight = _flight ??= mine.Task;
        if (flight == mine.Task) _ = FlyAsync(run, mine);
        return flight.WaitAsync(cancellationToken);
    }

    private async Task FlyAsync(Func<Task<T>> run, TaskCompletionSource<T> flight)
    {
        try
        {
            var result = await run();
            Land();
            flight.SetResult(result);
        }
#pragma warning disable CA1031 // Not swallowed: every caller of this flight gets it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Land();
            flight.SetException(e);
        }
    }

    private void Land()
    {
        lock (_lock) _flight = null;
    }
}
