using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Core.Tests.Kinds.Policies.World;
using VpcMirrorOperator.Kinds.Policies.Guards;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.Guards;

/// <summary>
/// Guard, delay, eviction and restarts on a clock of minutes, over the real guard. Ten interfaces with a pod each, ten places.
/// </summary>
internal sealed class GuardWorld
{
    private const int Delay = 5;
    private const int Places = 10;
    private const int Most = 2;

    private readonly Dictionary<string, int> _since = [];
    private readonly Dictionary<string, SelectionCauses> _known = [];
    private readonly Dictionary<string, HashSet<string>> _made = [];
    private readonly List<int> _lost = [];
    private readonly HashSet<string> _places;
    private GuardState _state = GuardState.Empty;
    private int _minute;
    private int _uids = 100;

    public GuardWorld()
    {
        for (var i = 0; i < Places; i++)
        {
            Pods[$"e{i}"] = new() { [$"p{i}"] = true };
            _made[$"e{i}"] = [$"p{i}"];
        }

        _places = [.. Pods.Keys];
    }

    /// <summary>By interface: the pods on it, and whether they are selected.</summary>
    public Dictionary<string, Dictionary<string, bool>> Pods { get; } = [];

    /// <summary>Interfaces that are selected by an attribute.</summary>
    public HashSet<string> ByAttribute { get; } = [];

    public bool WasRestarted { get; private set; }

    public string? Broken { get; private set; }

    public IReadOnlySet<string> Mirrored => _places;

    public GuardDecision? Last { get; private set; }

    public string? Approves { get; set; }

    public void Restart()
    {
        _since.Clear();
        _known.Clear();
        WasRestarted = true;
    }

    public void Neighbour(string id)
    {
        if (Pods.TryGetValue(id, out var pods)) pods[$"n{++_uids}"] = false;
    }

    public void New()
    {
        Pods[$"e{++_uids}"] = new() { [$"p{_uids}"] = true };
        _made[$"e{_uids}"] = [$"p{_uids}"];
    }

    public void Tick(int minutes = 1)
    {
        for (; minutes > 0; minutes--) Minute();
    }

    private void Minute()
    {
        _minute++;
        foreach (var (id, pods) in Pods.Where(entry => IsSelected(entry.Key)))
        {
            _made[id] = [.. pods.Where(pod => pod.Value).Select(pod => pod.Key)];
            _known[id] = new SelectionCauses(ByAttribute.Contains(id), _made[id], Ids.None);
        }

        var unselected = _places.Where(id => !IsSelected(id)).ToHashSet();
        foreach (var id in _since.Keys.Where(id => !unselected.Contains(id)).ToList()) _since.Remove(id);
        foreach (var id in unselected) _since.TryAdd(id, _minute);
        var decision = RemovalGuard.Decide(Input(unselected));
        if (decision.Reason != GuardReason.None && !WasRestarted && !decision.Waits.Any(IsLossOfCoverage))
            Broken ??= "FALSE a scale-in was held";
        Remove(decision.Goes, isApproved: decision.Goes.SetEquals(Approved()));
        _state = decision.State;
        Last = decision;
        Add(decision.MayGiveUp);
        if (_lost.Any(at => _lost.Count(other => at <= other && other < at + 60) > Most))
            Broken ??= "GUARD more than the limit within an hour";
    }

    private IReadOnlySet<string> Approved() => _state.Held is { } plan && plan.Hash == Approves ? plan.Ids : Ids.None;

    private GuardInput Input(HashSet<string> unselected) => new()
    {
        Now = DateTimeOffset.UnixEpoch.AddMinutes(_minute), MaxRemovals = new IntOrPercent(Most, IsPercent: false), AllowsEmpty = true,
        Selected = Pods.Keys.Count(IsSelected), State = _state, ApprovedPlan = Approves,
        Losses = [.. unselected.Select(id => new Loss(id, _minute - _since[id] >= Delay, Counts(id)))],
    };

    private bool IsSelected(string id) =>
        Pods.TryGetValue(id, out var pods) && (ByAttribute.Contains(id) || pods.Values.Any(isSelected => isSelected));

    private bool Counts(string id) => SelectionCauses.Counts(
        _known.GetValueOrDefault(id),
        new InterfaceNow(Pods.ContainsKey(id), false, Ids.Of(Pods.GetValueOrDefault(id, []).Keys), Ids.None));

    /// <summary>In truth: a pod that made it selected still runs there and is not selected any more.</summary>
    private bool IsLossOfCoverage(string id) => Pods.TryGetValue(id, out var pods)
        && (_made.GetValueOrDefault(id)?.Any(pod => pods.TryGetValue(pod, out var isSelected) && !isSelected) == true);

    private void Remove(IEnumerable<string> ids, bool isApproved)
    {
        foreach (var id in ids.ToList())
        {
            if (!isApproved && IsLossOfCoverage(id)) _lost.Add(_minute);
            _places.Remove(id);
        }
    }

    /// <summary>What is selected and has no place takes that of the longest waiting that may give it up.</summary>
    private void Add(IReadOnlySet<string> mayGiveUp)
    {
        foreach (var id in Pods.Keys.Where(id => IsSelected(id) && !_places.Contains(id)).Order(StringComparer.Ordinal).ToList())
        {
            if (_places.Count >= Places)
            {
                var giver = mayGiveUp.Where(_places.Contains).Order(StringComparer.Ordinal).MinBy(one => _since[one]);
                if (giver is null) return;
                var now = DateTimeOffset.UnixEpoch.AddMinutes(_minute);
                _state = _state with { Removals = GuardHistory.With(_state.Removals, now, Counts(giver) ? 1 : 0) };
                Remove([giver], isApproved: false);
            }

            _places.Add(id);
        }
    }
}
