namespace VpcMirrorOperator.Simulation.Loop;

/// <summary>
/// Code that lives and dies together, as an operating system's process does. A restart is a new process. What survives a crash
/// (files, the cloud) must be kept outside, by objects that no continuation of this process is needed for.
/// </summary>
public sealed class SimProcess
{
    private readonly SimLoop _loop;
    private readonly List<WorkItem> _held = [];
    private TimeSpan _pausedUntil = TimeSpan.MinValue;
    private long _stepsLeft = long.MaxValue;

    internal SimProcess(SimLoop loop, string name, int id, TimeSpan clockSkew)
    {
        (_loop, Name, Id) = (loop, name, id);
        Context = new SimContext(this);
        Time = loop.Time.ForProcess(this, clockSkew);
    }

    public string Name { get; }

    public bool IsAlive { get; private set; } = true;

    /// <summary>The clock to give to the code of this process.</summary>
    public TimeProvider Time { get; }

    /// <summary>Raised by a crash, on the loop: the place to start the successor from.</summary>
    public event Action? Died;

    internal int Id { get; }

    internal SynchronizationContext Context { get; }

    /// <summary>Runs <paramref name="body"/> in this process. An exception that escapes it fails the simulation.</summary>
    /// <returns>Done when the body is; never, if the process crashes first.</returns>
    public Task Start(Func<Task> body)
    {
        var done = new TaskCompletionSource();
        Post(_ => _ = RunAsync(body, done), null);
        return done.Task;
    }

    /// <summary>A crash (SIGKILL): no continuation and no timer of this process ever runs again, so neither does any finally block.
    /// A step that is running now goes on to its next await, for code cannot be stopped in between.</summary>
    public void Kill()
    {
        if (!IsAlive)
            return;
        IsAlive = false;
        _held.Clear();
        Trace("killed");
        Died?.Invoke();
    }

    /// <summary>A crash after <paramref name="steps"/> more steps (code between two awaits). A step that is running counts.</summary>
    public void KillAfterSteps(int steps)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        _stepsLeft = steps;
        if (steps == 0)
            Kill();
    }

    /// <summary>Stops the world (SIGSTOP, a long garbage collection): all that becomes ready meanwhile runs when it is over.</summary>
    public void Pause(TimeSpan span)
    {
        var until = _loop.Time.Elapsed + span;
        _pausedUntil = until > _pausedUntil ? until : _pausedUntil;
        Trace($"paused for {span}");
        _loop.Time.CreateTimer(_ => Resume(), null, span, Timeout.InfiniteTimeSpan);
    }

    public void Trace(string text) => _loop.Trace.Add(Name, text);

    internal void Post(SendOrPostCallback callback, object? state) => _loop.Enqueue(new WorkItem(this, callback, state));

    /// <summary>Whether the item may run now; if not, it is dropped by the dead and kept by the paused.</summary>
    internal bool Admit(WorkItem item)
    {
        var paused = _loop.Time.Elapsed < _pausedUntil;
        if (IsAlive && paused)
            _held.Add(item);
        return IsAlive && !paused;
    }

    internal void StepDone()
    {
        if (--_stepsLeft <= 0)
            Kill();
    }

    private void Resume()
    {
        if (_loop.Time.Elapsed < _pausedUntil)
            return;
        _held.ForEach(_loop.Enqueue);
        _held.Clear();
    }

    private async Task RunAsync(Func<Task> body, TaskCompletionSource done)
    {
        try
        {
            await body();
            done.SetResult();
        }
        catch (Exception escaped)
        {
            _loop.Fail($"an exception escaped from process {Name}", escaped);
        }
    }
}
