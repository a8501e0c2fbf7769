namespace VpcMirrorOperator.Cloud;

/// <summary>
/// Spaces the calls of one task, so that it leaves others their part of a rate that they share: never more than a number of calls in any
/// minute. For one caller at a time.
/// </summary>
/// <param name="perMinute">Calls in any minute, 1 or more.</param>
/// <param name="time">The clock.</param>
internal sealed class CallPace(int perMinute, TimeProvider time)
{
    private static readonly TimeSpan Span = TimeSpan.FromMinutes(1);
    private readonly Queue<long> _starts = new();

    /// <summary>Waits for the turn of the next call.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        if (_starts.Count == perMinute)
        {
            var rest = Span - time.GetElapsedTime(_starts.Peek());
            // Timers count whole milliseconds; waking early would start a call before its turn.
            if (rest > TimeSpan.Zero)
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(rest.TotalMilliseconds)), time, cancellationToken);
            _starts.Dequeue();
        }

        _starts.Enqueue(time.GetTimestamp());
    }
}
