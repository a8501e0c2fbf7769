using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kinds.Policies.Packing;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.World;

/// <summary>
/// Cloud, API server, processes and people, without a clock: every delay is a step of its own that a scheduler chooses, so every order is
/// possible. One policy, or several that share region, list and process.
/// </summary>
internal sealed class PolicyWorld
{
    public const string Namespace = "ns";

    public required bool IsOne { get; init; }

    /// <summary>Rules that the world around packing breaks, for tests that want to see it caught.</summary>
    public HashSet<string> Broken { get; init; } = [];

    public SimCloud Cloud { get; } = new();

    public Dictionary<string, string> Interfaces { get; } = [];

    public Dictionary<string, HashSet<string>> Chosen { get; } = [];

    /// <summary>What must stay covered once it is, by policy.</summary>
    public Dictionary<string, HashSet<string>> Steady { get; } = [];

    /// <summary>Gaps that were reported, by policy.</summary>
    public Dictionary<string, HashSet<string>> Excused { get; } = [];

    public Dictionary<string, SimChild> Children { get; } = [];

    public Dictionary<string, SimPolicy> Policies { get; } = [];

    public Dictionary<string, SimPolicy> Gone { get; } = [];

    public SimProcess[] Processes { get; } = [new(0, 1), new(1, 0)];

    public int Leader { get; set; }

    /// <summary>Calls of crashed processes that may still arrive.</summary>
    public Queue<(string Child, SimWork Work)> Ghosts { get; } = [];

    /// <summary>A list may show the cloud as it was when the one before was started.</summary>
    public bool ListsMayBeOld { get; init; }

    public IReadOnlyList<SimSession>? OldList { get; set; }

    public bool NamespaceEnds { get; set; }

    public bool HadSessions { get; set; }

    public bool WasHandedOn { get; set; }

    public bool IsTouched { get; set; }

    public bool IsUsedByOthers { get; set; }

    public bool HasWindow { get; set; }

    /// <summary>Coverage must survive the policy.</summary>
    public bool Retains { get; init; }

    public bool IsOrphaned { get; set; }

    public int Uids { get; set; } = 10;

    public int Others { get; set; }

    public int ApiWrites { get; set; }

    public int TargetSize { get; init; }

    public SimProcess Lead => Processes[Leader];

    public static string Owner(string child) => child[..child.IndexOf('-', StringComparison.Ordinal)];

    public HashSet<string> Coverage(string policy) =>
        [.. Cloud.Sessions.Values.Where(s => s.On && s.Tag.Length > 0 && Owner(s.Tag) == policy).SelectMany(s => s.Sources)];

    /// <summary>What is covered of the policies that have something to lose.</summary>
    public Dictionary<string, HashSet<string>> Coverages() =>
        Steady.Where(entry => entry.Value.Count > 0).ToDictionary(entry => entry.Key, entry => Coverage(entry.Key));

    /// <summary>What a policy's selection is in truth.</summary>
    public Dictionary<string, string> Selection(string policy) => Interfaces.ToDictionary(
        entry => entry.Key,
        entry => entry.Value == "gone" || Chosen.GetValueOrDefault(policy)?.Contains(entry.Key) == true ? entry.Value : "unsel");

    /// <summary>A write that is fenced by the version; null when it fails.</summary>
    public SimChild? Put(SimProcess? by, SimChild old, Func<SimChild, SimChild> change)
    {
        if (!Children.TryGetValue(old.Name, out var now) || now.State.Uid != old.State.Uid
            || now.State.ResourceVersion != old.State.ResourceVersion) return null;
        var changed = change(now);
        changed = changed with
        {
            State = changed.State with
            {
                ResourceVersion = $"{int.Parse(now.State.ResourceVersion) + 1}",
                Operation = Recorded(changed.Op),
            },
        };
        Children[old.Name] = changed;
        ApiWrites++;
        by?.See(old.Name, changed);
        return changed;
    }

    private static ChildOperation? Recorded(SimCall? op) => op is null ? null : new ChildOperation(op.Kind switch
    {
        "create" => OperationVerb.Create,
        "add" => OperationVerb.Add,
        "rem" => OperationVerb.Remove,
        "del" => OperationVerb.Delete,
        _ => OperationVerb.Update,
    }, op.Ids, op.Priority > 0 ? op.Priority : null);
}
