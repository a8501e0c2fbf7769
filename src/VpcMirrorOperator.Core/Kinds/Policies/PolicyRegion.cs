using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Operations;
using VpcMirrorOperator.Kinds.Policies.Children;
using VpcMirrorOperator.Kinds.Policies.Packing;
using VpcMirrorOperator.Kinds.Policies.Regions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Policies;

/// <summary>
/// What the policies of one account and region share: the lists of the cloud, what is remembered of their sessions, and the turn to plan,
/// since they are packed one after another, each on the latest writes of the others (rule P6). Used only by whoever has the turn.
/// </summary>
internal sealed class PolicyRegion(CloudAccount account, RegionRef region, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan SnapshotPause = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly AskedList<Inventory<RegionSession>> _sessions = new(account.AllSessions, region);
    private readonly AskedList<Inventory<NetworkInterface>> _interfaces = new(account.Interfaces, region);
    private readonly SetAside<string> _names = new(TimeSpan.FromHours(1));
    private readonly SetAside<int> _priorities = new(TimeSpan.FromHours(1));
    private readonly LearnedSizes _sizes = new();
    private readonly HashSet<ObjectKey> _unread = [];
    private HashSet<ObjectKey> _known = [];
    private Inventory<RegionSession>? _raw;
    private ListBasis _basis = ListBasis.Nothing;
    private DateTimeOffset _snapshotAt = DateTimeOffset.MinValue;

    /// <summary>What was written of the region's children.</summary>
    public PackingMemory Memory { get; } = new();

    /// <summary>The latest list of sessions; null before the first.</summary>
    public RegionListing? Listing { get; private set; }

    /// <summary>When it was begun.</summary>
    public DateTimeOffset ListedAt { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>The interfaces; null before the first inventory.</summary>
    public InterfaceView? Interfaces { get; private set; }

    /// <summary>Waits for the turn to plan, and gives it back when disposed of.</summary>
    public async ValueTask<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        return new Turn(_turn);
    }

    /// <summary>Takes the lists that have come.</summary>
    /// <param name="cluster">The installation, whose tags are believed.</param>
    /// <exception cref="AlibabaCloud.Errors.CloudException">One could not be read; the last one stays.</exception>
    public void TakeLists(string cluster)
    {
        if (_interfaces.Take() is { } interfaces) Interfaces = InterfaceView.After(Interfaces, interfaces);
        if (_sessions.Take() is not { } sessions || SessionListingReader.Of(sessions.List, _basis, cluster) is not { } listing) return;
        (Listing, ListedAt, _raw) = (listing, sessions.ReadAt, sessions.List);
        Memory.Listed(listing.Basis);
        _sizes.Listed(listing);
    }

    /// <summary>Asks for newer lists, where the last was asked for long enough ago.</summary>
    /// <param name="now">The time.</param>
    /// <param name="children">The children as they are now: what a list that begins now rests on was so a while ago.</param>
    /// <param name="sessionPause">How old the last list of sessions must be.</param>
    /// <param name="interfacePause">How old the last inventory must be.</param>
    /// <param name="arrived">Is called when one is there.</param>
    /// <exception cref="AlibabaCloud.Errors.CloudException">The region does not answer, and is left alone for a while.</exception>
    public void AskForLists(
        DateTimeOffset now, IReadOnlyCollection<ChildState> children, TimeSpan sessionPause, TimeSpan interfacePause, Action arrived)
    {
        _interfaces.Ask(now, interfacePause, arrived);
        if (!_sessions.MayAsk(now, sessionPause)) return;
        // Before it is asked for: the list is newer than this snapshot.
        _basis = Memory.StartList(now, OperationLimits.StaleReadLimit, ByKey(children));
        _snapshotAt = now;
        _sessions.Ask(now, sessionPause, arrived);
    }

    /// <summary>Notes how the children are, so that a later list may rest on it; not more often than is of use.</summary>
    public void Snapshot(DateTimeOffset now, IReadOnlyCollection<ChildState> children)
    {
        if (now - _snapshotAt < SnapshotPause) return;
        _snapshotAt = now;
        Memory.StartList(now, OperationLimits.StaleReadLimit, ByKey(children));
    }

    /// <summary>The children of all policies of the region.</summary>
    /// <param name="sessions">All session objects.</param>
    /// <param name="now">The time.</param>
    public IReadOnlyList<ChildState> Children(IEnumerable<TrafficMirrorSession> sessions, DateTimeOffset now)
    {
        var children = new List<ChildState>();
        foreach (var session in sessions)
        {
            if (session.Spec.RegionId != region.RegionId || !ChildReader.IsChild(session)) continue;
            if (ChildReader.ReasonOf(session) == Reasons.SessionFull && session.Status?.Sources is { Actual: > 0 } counts)
                _sizes.Learn(session.Key(), counts.Actual, now);
            var child = ChildReader.Read(session, _sizes.Of(session.Key(), now), now);
            if (child.RefusedPriority is { } refused) _priorities.Add(refused, now);
            children.Add(child);
        }

        NoteGone(children);
        return children;
    }

    /// <summary>Whether the list shows a session of a child.</summary>
    public bool Lists(ObjectKey child) => Listing?.Sessions.Any(session => session.Child == child) == true;

    /// <summary>Children of which a write may have been carried out or not: they are to be read from the API server.</summary>
    public IReadOnlyCollection<ObjectKey> Unread => _unread;

    /// <summary>Has a child read from the API server before the next plan (rule P10).</summary>
    public void MustRead(ObjectKey child) => _unread.Add(child);

    /// <summary>It was read.</summary>
    public void WasRead(ObjectKey child) => _unread.Remove(child);

    /// <summary>Sets the name of an object aside that is not ours (rule P7).</summary>
    public void SetAside(ObjectKey key) => _names.Add(key.Name, time.GetUtcNow());

    /// <summary>Names that are set aside.</summary>
    public IReadOnlySet<string> NamesSetAside(DateTimeOffset now) => _names.At(now);

    /// <summary>Priorities that are set aside.</summary>
    public IReadOnlySet<int> PrioritiesSetAside(DateTimeOffset now) => _priorities.At(now);

    /// <summary>The type of a target: as declared, else as the list shows it.</summary>
    public string TypeOf(TrafficMirrorPolicy policy, string target) =>
        policy.Spec.Targets.FirstOrDefault(one => one.Id == target)?.Type
        ?? _raw?.All.FirstOrDefault(one => one.Reading.Session?.State.TargetId == target)?.Reading.Session?.State.TargetType
        ?? PolicyDefaults.InterfaceTarget;

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private void NoteGone(List<ChildState> children)
    {
        var now = children.Select(child => child.Key).ToHashSet();
        foreach (var gone in _known.Where(key => !now.Contains(key))) Memory.Gone(gone);
        _known = now;
    }

    private static Dictionary<ObjectKey, ChildState> ByKey(IEnumerable<ChildState> children) =>
        children.ToDictionary(child => child.Key);

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
