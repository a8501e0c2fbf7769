using System.Collections.Concurrent;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Engine.Errors;

namespace VpcMirrorOperator.Commands;

/// <summary>
/// Repeats reads that fail for a temporary cause: throttling, a cloud that is not available, a connection that fails. Any other error
/// ends a read at once. Writes are never repeated here.
/// </summary>
/// <param name="limit">How long to go on, counted from the creation of this object, not from each read. Positive.</param>
/// <param name="time">Clock of the limit and of the pauses.</param>
/// <param name="notice">Receives one line for each cause and target, not for each attempt. Called from several tasks at once.</param>
internal sealed class CloudPatience(TimeSpan limit, TimeProvider time, Action<string> notice)
{
    /// <summary>The limit of commands that have no <c>--timeout</c>: twice the minute over which the cloud counts calls.</summary>
    public static readonly TimeSpan DefaultLimit = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);
    private readonly long _started = time.GetTimestamp();
    private readonly ConcurrentDictionary<(string Target, string Code), bool> _announced = new();

    /// <summary>For one run of a command, with its notices on standard error.</summary>
    /// <param name="timeout">The user's own limit; counts when it is shorter than <see cref="DefaultLimit"/>.</param>
    /// <param name="context">The process.</param>
    public static CloudPatience Of(TimeSpan? timeout, CommandContext context) =>
        new(timeout < DefaultLimit ? timeout.Value : DefaultLimit, context.Time, context.Error.WriteLine);

    /// <summary>Reads until it works, until the error needs a person, or until the limit is over.</summary>
    /// <param name="target">What is read, for the notice: a region, or a session in one.</param>
    /// <param name="read">One attempt.</param>
    /// <param name="cancellationToken">Ends the pauses, and the attempt if it honours it.</param>
    /// <exception cref="CloudException">The error of the last attempt.</exception>
    public async Task<T> ReadAsync<T>(string target, Func<CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        for (var backOff = TimeSpan.FromSeconds(1); ; backOff = Longer(backOff))
        {
            try
            {
                return await read(cancellationToken);
            }
            catch (CloudException e) when (IsPassing(e) && Left() > (e.RetryAfter ?? backOff))
            {
                Announce(target, e);
                await Task.Delay(e.RetryAfter ?? backOff, time, cancellationToken);
            }
        }
    }

    private static bool IsPassing(CloudException error) => CloudErrorTable.Of(error).IsTemporary;

    private static TimeSpan Longer(TimeSpan pause) => pause * 2 < LongestPause ? pause * 2 : LongestPause;

    private TimeSpan Left() => limit - time.GetElapsedTime(_started);

    private void Announce(string target, CloudException error)
    {
        if (_announced.TryAdd((target, error.Code), true))
            notice($"Waiting for {target}, at most {ReadableDuration.Of(Left())} more: {CloudAdvice.OneLine(error)}");
    }
}
