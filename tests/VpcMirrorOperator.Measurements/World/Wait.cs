namespace VpcMirrorOperator.Measurements.World;

/// <summary>Waits on the real clock.</summary>
internal static class Wait
{
    /// <summary>Asks again and again until the answer is yes.</summary>
    /// <param name="condition">The question.</param>
    /// <param name="what">What is waited for.</param>
    /// <param name="between">Time between two tries; 5 ms by default.</param>
    /// <param name="patience">How long at most; a minute by default.</param>
    /// <exception cref="TimeoutException">Not within that time.</exception>
    public static async Task UntilAsync(Func<Task<bool>> condition, string what, TimeSpan? between = null, TimeSpan? patience = null)
    {
        var (started, most) = (TimeProvider.System.GetTimestamp(), patience ?? TimeSpan.FromMinutes(1));
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(started) > most) throw new TimeoutException($"Not within {most}: {what}.");
            await ForAsync(between ?? TimeSpan.FromMilliseconds(5));
        }
    }

    public static Task ForAsync(TimeSpan time) => Task.Delay(time, TimeProvider.System);
}
