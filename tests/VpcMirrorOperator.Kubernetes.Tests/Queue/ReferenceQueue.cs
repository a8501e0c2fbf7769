namespace VpcMirrorOperator.Kubernetes.Tests.Queue;

/// <summary>The queue's rules in the plainest form: lists that are searched, a clock in whole seconds, back-off without jitter.</summary>
internal sealed class ReferenceQueue
{
    private readonly List<int> normal = [];
    private readonly List<int> low = [];
    private readonly List<(int Due, int Order, int Key)> waits = [];
    private readonly HashSet<int> belongsLow = [];
    private readonly HashSet<int> dirty = [];
    private readonly Dictionary<int, int> failures = [];
    private int now;
    private int order;

    public List<int> Running { get; } = [];

    public int Count => normal.Count + low.Count;

    public int Waiting => waits.Count;

    public int Failures(int key) => failures.GetValueOrDefault(key);

    public void Add(int key)
    {
        if (low.Remove(key)) normal.Add(key);
        belongsLow.Remove(key);
        Ready(key);
    }

    public void AddLow(int key)
    {
        if (!Queued(key) && !Running.Contains(key) && !Waits(key) && Failures(key) == 0) belongsLow.Add(key);
        Ready(key);
    }

    public void AddAfter(int key, int seconds)
    {
        if (!Queued(key)) belongsLow.Remove(key);
        Wait(key, seconds);
    }

    public void AddRateLimited(int key)
    {
        failures[key] = Failures(key) + 1;
        Wait(key, (int)Math.Min(300, Math.Pow(2, failures[key] - 1)));
    }

    public void Forget(int key)
    {
        failures.Remove(key);
        if (!Queued(key) && !Running.Contains(key) && !Waits(key)) belongsLow.Remove(key);
    }

    public int Take()
    {
        var lane = normal.Count > 0 ? normal : low;
        var key = lane[0];
        lane.RemoveAt(0);
        Running.Add(key);
        return key;
    }

    public void Done(int key)
    {
        Running.Remove(key);
        if (dirty.Remove(key)) Ready(key);
        else if (!Waits(key) && Failures(key) == 0) belongsLow.Remove(key);
    }

    public void Advance(int seconds)
    {
        now += seconds;
        foreach (var wait in waits.Where(w => w.Due <= now).Order().ToList()) Ready(wait.Key);
    }

    private void Ready(int key)
    {
        waits.RemoveAll(w => w.Key == key);
        if (Queued(key)) return;
        if (Running.Contains(key)) dirty.Add(key);
        else (belongsLow.Contains(key) ? low : normal).Add(key);
    }

    private void Wait(int key, int seconds)
    {
        if (Queued(key) || dirty.Contains(key)) return;
        if (waits.Exists(w => w.Key == key && w.Due <= now + seconds)) return;
        waits.RemoveAll(w => w.Key == key);
        waits.Add((now + seconds, order++, key));
    }

    private bool Queued(int key) => normal.Contains(key) || low.Contains(key);

    private bool Waits(int key) => waits.Exists(w => w.Key == key);
}
