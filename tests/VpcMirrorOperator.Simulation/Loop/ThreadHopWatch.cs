using System.Diagnostics.Tracing;

namespace VpcMirrorOperator.Simulation.Loop;

/// <summary>
/// Says at once, with the guilty stack, when code on a watched thread puts work on the thread pool. The runtime reports each such
/// enqueue as an event, delivered on the same thread. Without it a hop would only be seen when, and if, it comes back.
/// </summary>
internal sealed class ThreadHopWatch : EventListener
{
    private const string Source = "System.Diagnostics.Eventing.FrameworkEventSource";
    private const EventKeywords ThreadPoolKeyword = (EventKeywords)0x2;
    private const int EnqueueWorkEvent = 30;
    private static readonly ThreadHopWatch Instance = new();

    [ThreadStatic]
    private static Action<string>? _onHop;

    /// <summary>Whether this runtime delivers the events.</summary>
    internal static bool IsActive { get; } = Probe();

    /// <summary>Watches the current thread until disposed.</summary>
    internal static IDisposable Watch(Action<string> onHop)
    {
        _ = IsActive;
        _onHop = onHop;
        return Instance.End;
    }

    private Ending End { get; } = new();

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == Source)
            EnableEvents(eventSource, EventLevel.Verbose, ThreadPoolKeyword);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventId == EnqueueWorkEvent)
            _onHop?.Invoke(GuiltyFrames());
    }

    // From the enqueue up to the loop; what the listener and the test runner add would only bury it.
    private static string GuiltyFrames() => string.Join('\n', Environment.StackTrace.Split('\n')
        .SkipWhile(static frame => !frame.Contains("ThreadPoolWorkQueue.Enqueue", StringComparison.Ordinal))
        .TakeWhile(static frame => !frame.Contains(nameof(SimLoop), StringComparison.Ordinal)));

    // The pool looks at the switch only when a worker starts a round, so the first events are missed.
    private static bool Probe()
    {
        var seen = false;
        _onHop = _ => seen = true;
        for (var attempt = 0; attempt < 200 && !seen; attempt++)
        {
            using var ran = new ManualResetEventSlim();
            ThreadPool.UnsafeQueueUserWorkItem(static signal => ((ManualResetEventSlim)signal!).Set(), ran);
            ran.Wait(TimeSpan.FromMilliseconds(20));
        }

        _onHop = null;
        return seen;
    }

    private sealed class Ending : IDisposable
    {
        public void Dispose() => _onHop = null;
    }
}
