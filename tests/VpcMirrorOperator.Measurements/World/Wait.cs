namespace VpcMirrorOperator.Measurements.World;

/// <summary>Waits on the real clock.</summary>
internal static class Wait
{
    /// <summary>Asks again and again, with 5 ms between, until the answer is yes.</summary>
    /// <exception cref="TimeoutException">Not within a minute.</exception>
    public static async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(started) > TimeSpan.FromMinutes(1))
                throw new TimeoutException($"Not within a minute: {what}.");
            await ForAsync(TimeSpan.FromMilliseconds(5));
        }
    }

    public static Task ForAsync(TimeSpan time) => Task.Delay(time, TimeProvider.System);
}
