using System.Web;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Emulator.Snapshots;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Simulation.Network;

namespace VpcMirrorOperator.Simulation.Scenario;

/// <summary>
/// The engine rules that no interleaving may break, checked at the two places where they could be broken: when an intent is
/// stored, and when a call arrives at the cloud. Written against the truth of store and cloud, not against the operator's view.
/// </summary>
internal sealed class WriteRules
{
    private static readonly TimeSpan LongestFlight = TimeSpan.FromSeconds(20);
    private readonly MirrorWorld _world;
    private readonly Dictionary<string, (TrafficMirrorSession Object, OperationState Operation)> _intents = [];
    private readonly Dictionary<string, string> _lastExecuted = [];
    private readonly Dictionary<string, long> _arrived = [];
    private readonly Dictionary<string, DateTimeOffset> _executed = [];
    private readonly HashSet<string> _accepted = [];
    private readonly DeletionRules _deletions;
    private readonly DeclaredRules _declared;
    private long _seenCalls;

    public WriteRules(MirrorWorld world)
    {
        _world = world;
        world.Store.StatusWritten += StatusWritten;
        _deletions = new DeletionRules(world);
        _declared = new DeclaredRules(world);
    }

    /// <summary>Raised when an intent was checked and is about to be stored.</summary>
    public event Action<TrafficMirrorSession, OperationState>? Intended;

    /// <summary>Until when the call of an intent may be on its way, by the true time.</summary>
    public DateTimeOffset LandsBy(string token)
    {
        var operation = _intents[token].Operation;
        return operation.StartedAt - _world.SkewOf(operation.Holder) + LongestFlight;
    }

    public bool WasExecuted(string token) => _executed.ContainsKey(token);

    /// <summary>The uid of the object that an intent belongs to.</summary>
    public string ObjectOf(string token) => _intents[token].Object.Metadata.Uid;

    /// <summary>Which of two releases an intent belongs to.</summary>
    public bool ReleaseOf(string token) => MirrorWorld.IsOfOther(_intents[token].Object);

    /// <summary>Calls that arrived, of any kind.</summary>
    public int Calls { get; private set; }

    /// <summary>Writes that arrived, dry runs left out.</summary>
    public int Writes { get; private set; }

    public void BeforeCall(SimHttpRequest request)
    {
        Calls++;
        var action = request.Header("x-acs-action");
        if (action is not ("AddSourcesToTrafficMirrorSession" or "RemoveSourcesFromTrafficMirrorSession")) return;
        var query = HttpUtility.ParseQueryString(request.Uri.Query);
        var ids = query.AllKeys.Where(key => key!.StartsWith("TrafficMirrorSourceIds.", StringComparison.Ordinal))
            .Select(key => query[key]!).ToList();
        Require(action[0] == 'A' || ids.Count <= 10, "more than 10 ids in a remove");
        if (query["DryRun"] == "true") return;
        Writes++;
        CheckWrite(query["ClientToken"], query["TrafficMirrorSessionId"]!, ids);
    }

    public void AfterCall()
    {
        foreach (var call in _world.Cloud.Snapshot(_seenCalls).Calls)
        {
            _seenCalls = call.Sequence;
            _deletions.Follow(call);
            if (!call.Executed) continue;
            // Another writer may make just our change: what is pending then is not ours.
            if (call.Foreign) _lastExecuted.Remove(call.SessionId);
            if (call.Foreign) continue;
            Require(_executed.TryAdd(call.ClientToken!, call.Time), $"operation {call.ClientToken} executed twice");
            _declared.Follow(call);
            _lastExecuted[call.SessionId] = call.ClientToken!;
        }
    }

    private void CheckWrite(string? token, string session, List<string> ids)
    {
        Require(token is not null && _intents.ContainsKey(token), "a write without a stored intent");
        var (intended, operation) = _intents[token!];
        var key = intended.Metadata.Uid;
        Require(operation.Ids.SequenceEqual(ids), "a write with other ids than its intent");
        if (_world.Loop.Time.GetUtcNow() > LandsBy(token!))
        {
            Require(
                _world.Has(Trouble.VeryLateWrites),
                $"a write {_world.Loop.Time.GetUtcNow() - LandsBy(token!)} after its intent may be on its way");
            return;
        }

        Require(
            operation.Sequence >= _arrived.GetValueOrDefault(key)
                || WasExecuted(token!), $"write {operation.Sequence} arrived after a later one");
        _arrived[key] = Math.Max(operation.Sequence, _arrived.GetValueOrDefault(key));
        var truth = _world.Cloud.Snapshot(long.MaxValue).Find(MirrorWorld.Account, _world.RegionOf(session), session);
        var ours = truth?.Pending is { } pending && Same(pending, operation) ? null : _lastExecuted.GetValueOrDefault(session);
        // The change of a former owner was accepted, so nothing of it is on its way; the list may still be old. The cloud refuses then.
        if (ours is null || WasExecuted(token!) || ObjectOf(ours) != key || CannotBeKnown(ours, operation)) return;
        if (truth?.Pending is { } busy && ours != token && Same(busy, _intents[ours].Operation))
            Require(_world.Has(Trouble.TwoReleases | Trouble.VeryLateWrites), $"a second write while {ours} is being carried out");
    }

    /// <summary>
    /// A call without an answer was executed just before the write was decided, and the list did not show it yet: the cloud refuses it.
    /// </summary>
    private bool CannotBeKnown(string token, OperationState decided) =>
        !_accepted.Contains(token)
        && decided.StartedAt - _executed[token] <= _world.Cloud.Settings.StaleAfterWrite + TimeSpan.FromSeconds(3);

    private void StatusWritten(TrafficMirrorSession declared, TrafficMirrorSessionStatus status)
    {
        Require(status.OperationSequence >= (declared.Status?.OperationSequence ?? 0), "a sequence went back");
        Require(
            !(
                Conditions.IsTrue(status.Conditions, ConditionTypes.Reconciling)
                && Conditions.IsTrue(status.Conditions, ConditionTypes.Stalled)),
            "Reconciling and Stalled at once");
        if (status.Operation is { AcceptedAt: not null } known) _accepted.Add(known.ClientToken);
        if (status.Operation is not { AcceptedAt: null } operation || Repeats(declared.Status?.Operation, operation)) return;
        CheckIntent(declared, operation, status);
        _intents[operation.ClientToken] = (declared, operation);
        Intended?.Invoke(declared, operation);
    }

    /// <summary>A status that only carries an unconfirmed operation along is no new intent.</summary>
    private static bool Repeats(OperationState? old, OperationState operation) =>
        old is not null && old.ClientToken == operation.ClientToken && old.Attempts == operation.Attempts
            && old.StartedAt == operation.StartedAt;

    private void CheckIntent(TrafficMirrorSession declared, OperationState operation, TrafficMirrorSessionStatus status)
    {
        var spec = declared.Spec;
        Require(!spec.IsSuspended(), "a write while suspended");
        Require(spec.Policy() != ManagementPolicy.Observe, "a write under Observe");
        Require(!IsRival(declared), "a write by an object that does not own the session");
        Require(status.Claim == SessionClaim.Granted, "a write by an object that does not say the session is its namespace's");
        Require(operation.ClientToken.Length <= 64, "a token that is too long");
        if (declared.Metadata.DeletionTimestamp is not null)
        {
            _deletions.CheckIntent(declared, operation);
            CheckMaxRemovals(declared, operation, status);
            return;
        }

        if (operation.Verb == OperationVerb.Add)
        {
            Require(operation.Ids.All(id => spec.SourceIds.Contains(id)), "an id is added that is not desired");
            return;
        }

        Require(operation.Ids.Count <= 10, "more than 10 ids in a remove");
        Require(!operation.Ids.Any(id => spec.SourceIds.Contains(id)), "a desired id is removed");
        Require(spec.Policy() != ManagementPolicy.AddOnly, "a removal under AddOnly");
        Require(spec.SourceIds.Count > 0 || spec.AllowsEmpty(), "an empty list empties the session");
        CheckMaxRemovals(declared, operation, status);
    }

    /// <summary>
    /// By what the operator itself reports with the intent, the whole plan is within the limit, or it is the one that was approved. And by
    /// the truth, no single batch of an object that was never approved is larger than the limit (somebody else may have changed the
    /// session since the operator observed it, so a percentage is taken of a larger set).
    /// </summary>
    private void CheckMaxRemovals(TrafficMirrorSession declared, OperationState operation, TrafficMirrorSessionStatus status)
    {
        var judged = declared with { Status = status };
        var approved = status.Plan is { } plan && plan.ApprovedHash == plan.Hash
            && declared.Metadata.Annotations.ContainsKey(Annotations.ApprovedPlan);
        var (removals, mirrored, now) = (status.Sources!.ToRemove, status.Sources.Actual, _world.Loop.Time.GetUtcNow());
        Require(
            approved || !RemovalRules.AreTooMany(judged, removals, mirrored, now),
            "a plan beyond the limit that nobody approved");
        var sources = _world.Session(declared)?.Sources.Count ?? 0;
        Require(
            approved || !RemovalRules.AreTooMany(judged, operation.Ids.Count, sources + operation.Ids.Count + 10, now),
            "more removals than allowed");
    }

    private bool IsRival(TrafficMirrorSession declared) => _world.Store.Objects.Any(other =>
        other.Session() == declared.Session() && other.Metadata.CreationTimestamp < declared.Metadata.CreationTimestamp
        && MirrorWorld.IsOfOther(other) == MirrorWorld.IsOfOther(declared) && !_world.Namespaces.HasLost(other));

    private static bool Same(SnapshotPendingChange pending, OperationState operation) =>
        pending.Verb.ToString() == operation.Verb.ToString() && pending.Ids.SequenceEqual(operation.Ids);

    private void Require(bool holds, string what) => _world.Loop.Require(holds, what);
}
