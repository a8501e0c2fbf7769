using Microsoft.Extensions.Time.Testing;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions;

/// <summary>One thread with a virtual clock: time passes only while everything waits for it, so every run is the same.</summary>
internal sealed class VirtualThread
{
    private readonly PumpContext _context = new();

    public FakeTimeProvider Time { get; } = new(Given.Now);

    /// <summary>How far the clock moves at once; anything due in between is late by less than this.</summary>
    public TimeSpan Step { get; init; } = TimeSpan.FromMilliseconds(5);

    /// <summary>Runs a piece of work to its end, letting time pass as far as it needs, at most ten minutes.</summary>
    public T Run<T>(Func<Task<T>> work) => _context.Run(() =>
    {
        var task = work();
        var deadline = Time.GetUtcNow().AddMinutes(10);
        for (_context.RunReady(); !task.IsCompleted; _context.RunReady())
        {
            if (Time.GetUtcNow() > deadline) throw new TimeoutException("The work did not end in ten virtual minutes.");
            Time.Advance(Step);
        }
        return task.GetAwaiter().GetResult();
    });

    /// <summary>Starts something and lets time pass.</summary>
    public void Pass(TimeSpan span, Action? first = null) => _context.Run(() =>
    {
        first?.Invoke();
        var end = Time.GetUtcNow() + span;
        for (_context.RunReady(); Time.GetUtcNow() < end; _context.RunReady()) Time.Advance(
            Step < end - Time.GetUtcNow() ? Step : end - Time.GetUtcNow());
        return true;
    });
}
