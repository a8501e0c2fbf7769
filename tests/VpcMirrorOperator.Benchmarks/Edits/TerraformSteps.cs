using VpcMirrorOperator.AlibabaCloud.Errors;

namespace VpcMirrorOperator.Benchmarks.Edits;

/// <summary>
/// How Terraform's provider repeats a call and waits for a state (terraform-provider-alicloud at 81c43b67 with the pauses of
/// terraform-plugin-sdk v2): a refused call pauses 3 s, later 5 s, plus the pause of the SDK's own loop, for 5 min; a state is looked for
/// at once and then after 3 s, 6 s and 10 s more.
/// </summary>
internal sealed class TerraformSteps(TimeProvider time)
{
    /// <summary>Codes that the provider repeats for each of the calls that are made here; it compares by substring.</summary>
    private static readonly string[] Repeated = ["OperationConflict", "IncorrectStatus", "ServiceUnavailable", "SystemBusy"];
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);
    private int _tokens;

    /// <summary>Makes a call until it is taken; each attempt has a new token, as in the provider.</summary>
    /// <param name="call">Gets the token.</param>
    /// <exception cref="CloudException">It was refused for another reason, or for five minutes.</exception>
    public async Task<T> RetryAsync<T>(Func<string, Task<T>> call)
    {
        var (start, own, sdk) = (time.GetTimestamp(), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(0.5));
        while (true)
        {
            try
            {
                return await call($"tf-{++_tokens}");
            }
            catch (CloudException e) when (Array.Exists(Repeated, e.Code.Contains) && time.GetElapsedTime(start) < Limit)
            {
                await Task.Delay(own + sdk, time);
                (own, sdk) = (TimeSpan.FromSeconds(5), sdk * 2 < LongestPause ? sdk * 2 : LongestPause);
            }
        }
    }

    /// <summary>Waits for a state.</summary>
    /// <param name="isThere">Reads it.</param>
    /// <param name="first">The pause before the first look.</param>
    public async Task WaitAsync(Func<Task<bool>> isThere, TimeSpan first = default)
    {
        if (first > TimeSpan.Zero) await Task.Delay(first, time);
        for (var pause = TimeSpan.FromSeconds(3); !await isThere(); pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
            await Task.Delay(pause, time);
    }
}
