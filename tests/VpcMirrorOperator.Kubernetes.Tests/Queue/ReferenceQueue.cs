namespace VpcMirrorOperator.Kubernetes.Tests.Queue;

/// <summary>The queue's rules in the plainest form: lists that are searched, a clock in whole seconds, back-off without jitter.</summary>
internal sealed class ReferenceQueue
{
    private readonly List<int> _normal = [];
    private readonly List<int> _resumed = [];
    private readonly List<int> _low = [];
    private readonly List<(int Due, int Order, int Key)> _waits = [];
    private readonly HashSet<int> _belongsLow = [];
    private readonly HashSet<int> _goesOn = [];
    private readonly HashSet<int> _dirty = [];
    private readonly Dictionary<int, int> _failures = [];
    private int _now;
    private int _order;

    public List<int> Processing { get; } = [];

    public int Count => _normal.Count + _resumed.Count + _low.Count;

    public int Waiting => _waits.Count;

    public int Failures(int key) => _failures.GetValueOrDefault(key);

    public void Add(int key)
    {
        if (_low.Remove(key) || _resumed.Remove(key)) _normal.Add(key);
        _belongsLow.Remove(key);
        Ready(key);
    }

    public void AddLowPriority(int key)
    {
        if (!Queued(key) && !Processing.Contains(key) && !Waits(key) && Failures(key) == 0) _belongsLow.Add(key);
        Ready(key);
    }

    public void AddAfter(int key, int seconds)
    {
        if (!Queued(key)) _belongsLow.Remove(key);
        Wait(key, seconds);
    }

    public void AddLowPriorityAfter(int key, int seconds)
    {
        if (!Queued(key) && !_dirty.Contains(key) && !Waits(key)) _belongsLow.Add(key);
        Wait(key, seconds);
    }

    public void Resume(int key)
    {
        if (_low.Remove(key)) _resumed.Add(key);
        _goesOn.Add(key);
        Ready(key);
    }

    public void ResumeAfter(int key, int seconds) => Wait(key, seconds);

    public void AddRateLimited(int key)
    {
        _failures[key] = Failures(key) + 1;
        Wait(key, (int)Math.Min(300, Math.Pow(2, _failures[key] - 1)));
    }

    public void Forget(int key)
    {
        _failures.Remove(key);
        if (!Queued(key) && !Processing.Contains(key) && !Waits(key)) _belongsLow.Remove(key);
    }

    public int Get()
    {
        var list = _normal.Count > 0 ? _normal : _resumed.Count > 0 ? _resumed : _low;
        var key = list[0];
        list.RemoveAt(0);
        _goesOn.Remove(key);
        Processing.Add(key);
        return key;
    }

    public void Done(int key)
    {
        Processing.Remove(key);
        if (_dirty.Remove(key)) Ready(key);
        else if (!Waits(key) && Failures(key) == 0) _belongsLow.Remove(key);
    }

    public void Advance(int seconds)
    {
        _now += seconds;
        foreach (var wait in _waits.Where(w => w.Due <= _now).Order().ToList()) Ready(wait.Key);
    }

    private void Ready(int key)
    {
        _waits.RemoveAll(w => w.Key == key);
        if (Queued(key)) return;
        if (Processing.Contains(key)) _dirty.Add(key);
        else (!_belongsLow.Contains(key) ? _normal : _goesOn.Contains(key) ? _resumed : _low).Add(key);
    }

    private void Wait(int key, int seconds)
    {
        if (Queued(key) || _dirty.Contains(key)) return;
        if (_waits.Exists(w => w.Key == key && w.Due <= _now + seconds)) return;
        _waits.RemoveAll(w => w.Key == key);
        _waits.Add((_now + seconds, _order++, key));
    }

    private bool Queued(int key) => _normal.Contains(key) || _resumed.Contains(key) || _low.Contains(key);

    private bool Waits(int key) => _waits.Exists(w => w.Key == key);
}
