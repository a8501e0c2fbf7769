namespace VpcMirrorOperator.TestSupport;

/// <summary>
/// Waits for something that real servers bring about in their own time. The bound is only there so that a failing test ends.
/// </summary>
public static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <param name="condition">Asked twenty times a second.</param>
    /// <param name="what">What is waited for, in words.</param>
    /// <param name="patience">When the test fails; null for a minute.</param>
    public static async Task TrueAsync(Func<Task<bool>> condition, string what, TimeSpan? patience = null)
    {
        var attempts = (patience ?? TimeSpan.FromMinutes(1)) / Pause;
        for (var attempt = 0; attempt < attempts; attempt++)
        {
            if (await condition()) return;
            await Task.Delay(Pause, TimeProvider.System, TestContext.Current.CancellationToken);
        }
        Assert.Fail($"Not in time: {what}.");
    }

    /// <inheritdoc cref="TrueAsync(Func{Task{bool}}, string, TimeSpan?)"/>
    public static Task TrueAsync(Func<bool> condition, string what, TimeSpan? patience = null) =>
        TrueAsync(() => Task.FromResult(condition()), what, patience);
}
