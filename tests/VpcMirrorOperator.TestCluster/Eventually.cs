namespace VpcMirrorOperator.Clusters;

/// <summary>Waits for something that real servers bring about in their own time. The bound is only there so that a failing test ends.</summary>
public static class Eventually
{
    public static async Task TrueAsync(Func<Task<bool>> condition, string what)
    {
        for (var attempt = 0; attempt < 600; attempt++)
        {
            if (await condition()) return;
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        Assert.Fail($"Not within a minute: {what}.");
    }
}
