using Microsoft.Extensions.Time.Testing;
using VpcMirrorOperator.Tests.Planning;

namespace VpcMirrorOperator.Tests.Engine;

/// <summary>One thread with a virtual clock: time passes only while everything waits for it, so every run is the same.</summary>
internal sealed class VirtualThread : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _posted = new();
    private readonly int _thread = Environment.CurrentManagedThreadId;

    public FakeTimeProvider Time { get; } = new(Given.Now);

    /// <summary>How far the clock moves at once; anything due in between is late by less than this.</summary>
    public TimeSpan Step { get; init; } = TimeSpan.FromMilliseconds(5);

    public override void Post(SendOrPostCallback d, object? state)
    {
        Assert.Equal(_thread, Environment.CurrentManagedThreadId);
        _posted.Enqueue((d, state));
    }

    /// <summary>Runs a piece of work to its end, letting time pass as far as it needs, at most ten minutes.</summary>
    public T Run<T>(Func<Task<T>> work) => InContext(() =>
    {
        var task = work();
        var deadline = Time.GetUtcNow().AddMinutes(10);
        for (Pump(); !task.IsCompleted; Pump())
        {
            if (Time.GetUtcNow() > deadline) throw new TimeoutException("The work did not end in ten virtual minutes.");
            Time.Advance(Step);
        }
        return task.GetAwaiter().GetResult();
    });

    /// <summary>Starts something and lets time pass.</summary>
    public void Pass(TimeSpan span, Action? first = null) => InContext(() =>
    {
        first?.Invoke();
        var end = Time.GetUtcNow() + span;
        for (Pump(); Time.GetUtcNow() < end; Pump()) Time.Advance(Step < end - Time.GetUtcNow() ? Step : end - Time.GetUtcNow());
        return true;
    });

    private void Pump()
    {
        while (_posted.TryDequeue(out var next)) next.Callback(next.State);
    }

    private T InContext<T>(Func<T> work)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            return work();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }
}
