using VpcMirrorOperator.Engine.Lifecycle;

namespace VpcMirrorOperator.Core.Tests.Engine.Lifecycle.World;

/// <summary>
/// A cloud, an API server and processes on a clock of ticks, with every limit that the rules rest on explicit: a request arrives within
/// <see cref="InFlight"/> or never, a list is at most <see cref="Stale"/> old. Everything follows from the seed.
/// </summary>
internal sealed class LifecycleWorld
{
    public const int InFlight = 3;
    public const int Stale = 3;

    /// <summary>How long an answer is waited for.</summary>
    public const int Reply = 2;

    private const double Activity = 0.85;
    private int _uids;
    private int _processes;
    private Dictionary<string, SimObject> _cache = [];

    public LifecycleWorld(int seed)
    {
        Random = new Random(seed);
        Cloud = new SimCloud(new Random(seed + 1));
        Cloud.Remember(-1);
        Start();
    }

    public static LifecycleLimits Limits { get; } = new()
    {
        InFlight = TimeSpan.FromSeconds(InFlight),
        ClockMargin = TimeSpan.Zero,
        StaleRead = TimeSpan.FromSeconds(Stale),
        Repeat = TimeSpan.FromSeconds(6),
        BetweenLists = TimeSpan.FromSeconds(1),
    };

    public Random Random { get; }

    public SimCloud Cloud { get; }

    public int Now { get; private set; }

    public SortedDictionary<string, SimObject> Objects { get; } = new(StringComparer.Ordinal);

    public List<SimObject> Ended { get; } = [];

    public List<SimProcess> Processes { get; } = [];

    public List<SimCall> OnTheirWay { get; } = [];

    public Trouble Trouble { get; } = new();

    public LifecycleTruth Truth { get; } = new();

    public static DateTimeOffset Time(int tick) => DateTimeOffset.UnixEpoch.AddDays(1).AddSeconds(tick);

    public void Start() => Processes.Add(new SimProcess($"p{++_processes}"));

    public SimObject Add(SimObject template) =>
        Objects[template.Key] = template with { Uid = ++_uids, Born = Now, Version = 1, Status = new SimStatus(), IsHeld = false };

    /// <summary>A write of an object, fenced by its version.</summary>
    public SimObject? Put(SimObject read, SimObject changed)
    {
        if (Objects.GetValueOrDefault(read.Key) is not { } current) return null;
        if (current.Uid != read.Uid || current.Version != read.Version) return null;
        var stored = Objects[read.Key] = changed with { Version = read.Version + 1 };
        if (stored is { IsDeleted: true, IsHeld: false }) End(stored);
        return stored;
    }

    /// <summary>An edit by a person.</summary>
    public void Edit(string key, Func<SimObject, SimObject> change)
    {
        if (Objects.GetValueOrDefault(key) is not { } current) return;
        var edited = Objects[key] = change(current) with { Version = current.Version + 1 };
        if (edited is { IsDeleted: true, IsHeld: false }) End(edited);
    }

    public void End(SimObject ended)
    {
        Objects.Remove(ended.Key);
        Ended.Add(ended);
    }

    public void Send(SimProcess from, SimObject stored)
    {
        var late = Trouble.TakeSlowRequest() ? InFlight : Random.Next(4) == 0 ? 1 : 0;
        OnTheirWay.Add(new SimCall(stored.Key, stored.Uid, stored.Status.Operation!, from)
        {
            At = Now + late, IsLost = Trouble.TakeLostRequest(), HasNoReply = Trouble.TakeLostReply(),
        });
        var slot = from.Slots[stored.Key];
        (slot.Awaited, slot.Reply) = ((stored.Status.Operation!.Sequence, stored.Status.Operation.Attempts, Now), null);
    }

    public void Step(IEnumerable<Action<LifecycleWorld>> events, bool isChaos)
    {
        foreach (var happens in events) happens(this);
        Cloud.Tick(Now);
        Deliver();
        Processes.RemoveAll(process => process.Until <= Now);
        var before = new Dictionary<string, SimObject>(Objects, StringComparer.Ordinal);
        foreach (var process in Processes.ToList())
            foreach (var key in Objects.Keys.ToList())
                if (!isChaos || Random.NextDouble() < Activity) new SimReconciler(this, process).Reconcile(key, _cache);
        _cache = before;
        Truth.AfterTick(this);
        Now++;
    }

    private void Deliver()
    {
        foreach (var call in OnTheirWay.Where(call => call.At <= Now).ToList())
        {
            OnTheirWay.Remove(call);
            if (call.IsLost) continue;
            Truth.Arrives(this, call);
            var reply = Cloud.Call(Now, call);
            if (reply.Refusal is null) Truth.Wrote(Now, call);
            if (call.HasNoReply || !Processes.Contains(call.From)) continue;
            var slot = call.From.Slots.GetValueOrDefault(call.Key);
            if (slot?.Awaited is { } awaited && slot.Uid == call.Uid && Now - awaited.Since <= Reply
                && (awaited.Sequence, awaited.Attempt) == (call.Operation.Sequence, call.Operation.Attempts)) slot.Reply = reply;
        }
    }
}
