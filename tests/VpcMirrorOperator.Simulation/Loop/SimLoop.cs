using System.Globalization;

namespace VpcMirrorOperator.Simulation.Loop;

/// <summary>
/// A single-threaded world on virtual time in which everything that happens follows from one seed: which ready step runs next, how
/// long messages take, what fails. See <c>README.md</c> of this project for what code must avoid to live in it.
/// </summary>
public sealed class SimLoop
{
    private readonly LoopThread _thread = new();
    private readonly List<Action> _checks = [];
    private readonly SimOptions _options;
    private readonly RunQueue _ready;
    private (string What, Exception? Cause)? _failure;
    private int _processes;

    public SimLoop(int seed, SimOptions? options = null)
    {
        (Seed, _options) = (seed, options ?? new SimOptions());
        Time = new VirtualTime(_options.Start, _thread);
        Trace = new Trace(Time);
        _ready = new RunQueue(_options.Fifo ? null : RandomFor("schedule"));
    }

    public int Seed { get; }

    public VirtualTime Time { get; }

    public Trace Trace { get; }

    /// <summary>Steps run so far.</summary>
    public long Steps { get; private set; }

    /// <summary>A hash over who ran when: equal for equal seeds, also where the trace says nothing.</summary>
    public ulong Fingerprint { get; private set; } = Fnv.Basis;

    public SimProcess CreateProcess(string name, TimeSpan clockSkew = default) => new(this, name, _processes++, clockSkew);

    /// <summary>A stream of its own for each purpose, so that one more draw for one purpose does not change all the others.</summary>
    public Random RandomFor(string purpose) => new(HashCode32(purpose));

    /// <summary>Runs <paramref name="check"/> after every step; an exception from it fails the simulation.</summary>
    public void AfterEveryStep(Action check) => _checks.Add(check);

    /// <summary>Runs until <paramref name="done"/>; not being done within <paramref name="limit"/> of virtual time is a failure.</summary>
    /// <exception cref="SimulationException">With the seed and the trace.</exception>
    public void RunUntil(Func<bool> done, TimeSpan limit)
    {
        if (!Run(done, Time.Elapsed + limit))
            throw Failure(Time.HasTimers ? $"not done within {limit}" : "not done, and nothing is left that could happen");
    }

    /// <summary>Runs for exactly this much virtual time.</summary>
    /// <exception cref="SimulationException">With the seed and the trace.</exception>
    public void RunFor(TimeSpan span) => Run(static () => false, Time.Elapsed + span);

    internal void Enqueue(WorkItem item)
    {
        if (_thread.IsCurrent)
            _ready.Add(item);
        else
            Fail($"a continuation of process {item.Process.Name} came back from another thread\n{Environment.StackTrace}");
    }

    /// <summary>Ends the run after the step that is running. The first failure counts.</summary>
    internal void Fail(string what, Exception? cause = null)
    {
        lock (_thread)
            _failure ??= (what, cause);
    }

    private bool Run(Func<bool> done, TimeSpan end)
    {
        _thread.Claim();
        var outer = SynchronizationContext.Current;
        using var watch = ThreadHopWatch.Watch(stack => Fail($"work was put on the thread pool\n{stack}"));
        try
        {
            SynchronizationContext.SetSynchronizationContext(null);
            while (!done())
            {
                if (_ready.Count > 0)
                    Step(_ready.Take());
                else if (!Time.AdvanceToNextTimer(end))
                    return false;
                ThrowIfFailed();
            }

            return true;
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }
    }

    private void Step(WorkItem item)
    {
        if (!item.Process.Admit(item))
            return;
        if (++Steps > _options.MaxSteps)
            throw Failure($"more than {_options.MaxSteps} steps: a livelock?");
        Fingerprint = Fnv.Add(Fnv.Add(Fingerprint, item.Process.Id), Time.Elapsed.Ticks);
        Guarded(item.Callback, item.State, item.Process.Context, item.Process.Name);
        item.Process.StepDone();
        foreach (var check in _checks)
            Guarded(static check => ((Action)check!)(), check, null, "the check after the step");
    }

    private void Guarded(SendOrPostCallback code, object? state, SynchronizationContext? context, string name)
    {
        SynchronizationContext.SetSynchronizationContext(context);
        try
        {
            code(state);
        }
        catch (Exception escaped)
        {
            Fail($"an exception escaped from {name}", escaped);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(null);
        }
    }

    private void ThrowIfFailed()
    {
        lock (_thread)
        {
            if (_failure is { } failure)
                throw Failure(failure.What, failure.Cause);
        }
    }

    private SimulationException Failure(string what, Exception? cause = null) => new(
        string.Create(CultureInfo.InvariantCulture, $"seed {Seed}, step {Steps}: {what}{Reason(cause)}\n{Trace.Tail()}"), cause);

    private static string Reason(Exception? cause) => cause is null ? "" : $": {cause.Message}";

    private int HashCode32(string purpose) => unchecked((int)Fnv.Add(Fnv.Add(Fnv.Basis, Seed), Fnv.Of(purpose)));
}
