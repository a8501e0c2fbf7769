namespace VpcMirrorOperator.AlibabaCloud.Transport;

/// <summary>
/// The last moment at which the first byte of a request may leave. A cancellation cannot promise that: a process that was frozen
/// (SIGSTOP, a paused virtual machine) may send first and notice its timers afterwards. Whoever writes a request to the network therefore
/// asks <see cref="HasPassed"/> at the last moment, and refuses. Thread-safe.
/// </summary>
public sealed class SendDeadline
{
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly TimeSpan _limit;
    private readonly SendDeadline? _outer;

    /// <summary>A deadline <paramref name="limit"/> from now; zero or negative has passed already.</summary>
    /// <param name="time">
    /// Its monotonic clock is used, so that a corrected wall clock moves no deadline. On Linux that clock counts while a process is
    /// stopped, but not while the whole machine is suspended; the cloud refuses a signature older than 15 minutes in that case.
    /// </param>
    /// <param name="limit">How long sending is allowed.</param>
    public SendDeadline(TimeProvider time, TimeSpan limit) : this(time, limit, null)
    {
    }

    /// <summary>A deadline that has also passed when <paramref name="outer"/> has.</summary>
    internal SendDeadline(TimeProvider time, TimeSpan limit, SendDeadline? outer) =>
        (_time, _start, _limit, _outer) = (time, time.GetTimestamp(), limit, outer);

    /// <summary>Under this key a request carries its deadline to the handler that sends it.</summary>
    public static HttpRequestOptionsKey<SendDeadline> Key { get; } = new("VpcMirrorOperator.SendDeadline");

    /// <summary>Whether nothing of the request may be sent any more.</summary>
    public bool HasPassed => _time.GetElapsedTime(_start) >= _limit || _outer is { HasPassed: true };
}
