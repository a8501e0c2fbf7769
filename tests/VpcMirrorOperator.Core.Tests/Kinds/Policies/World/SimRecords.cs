using VpcMirrorOperator.Kinds.Policies.Packing;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.World;

/// <summary>A call to the cloud.</summary>
internal sealed record SimCall(
    string Kind, string Sid, IReadOnlySet<string> Ids, string Tag = "", string Target = "", int Priority = 0, int Filter = 0);

/// <summary>The cloud's answer: ok, gone, busy, eni, quota, target or prio.</summary>
internal sealed record SimReply(string Kind, string Text = "");

/// <summary>A session in the cloud, with the change that is under way.</summary>
internal sealed record SimSession(string Sid, string Tag, string Target, int Priority, int Filter, bool On, IReadOnlySet<string> Sources)
{
    public SimCall? Op { get; init; }

    public bool Seen { get; init; }

    /// <summary>What counts against quotas.</summary>
    public IReadOnlySet<string> Held => Op is { Kind: "add" or "create" } ? Sources.With(Op.Ids) : Sources;
}

/// <summary>A TrafficMirrorSession object: what packing sees of it, and what its own controller knows.</summary>
internal sealed record SimChild(ChildState State, string Sid, SimCall? Op)
{
    public string Name => State.Key.Name;

    public bool Is(PolicyMode mode) => State.Mode == mode;
}

/// <summary>A policy object.</summary>
internal sealed record SimPolicy(
    string Name, int Uid, IReadOnlyList<(string Id, int Size)> Targets, int From, int To, int Size, bool Deletes)
{
    public int Version { get; init; } = 1;

    public string Deleting { get; init; } = "";

    public int Filter { get; init; } = 1;

    public bool Skips { get; init; }

    public bool Open { get; init; } = true;

    public PolicyMode Mode { get; init; }

    public bool Zones { get; init; }

    public int Most { get; init; } = 99;

    public bool Same(SimPolicy? other) => other is not null && other.Uid == Uid && other.Version == Version;
}

/// <summary>What somebody does: the process or -1, and whom it is about.</summary>
internal readonly record struct SimStep(string Kind, int By = -1, string A = "", string B = "", string C = "")
{
    public override string ToString() =>
        $"{Kind}({string.Join(' ', new[] { By < 0 ? "" : $"{By}", A, B, C }.Where(part => part.Length > 0))})";
}

internal static class Ids
{
    public static readonly IReadOnlySet<string> None = new HashSet<string>();

    public static IReadOnlySet<string> Of(params IEnumerable<string> ids) => new HashSet<string>(ids, StringComparer.Ordinal);

    public static IReadOnlySet<string> With(this IReadOnlySet<string> some, IEnumerable<string> others) => Of(some.Concat(others));

    public static IReadOnlySet<string> Without(this IReadOnlySet<string> some, IReadOnlySet<string> others) =>
        others.Count == 0 ? some : Of(some.Where(id => !others.Contains(id)));

    public static IReadOnlySet<string> Without(this IReadOnlySet<string> some, string other) => some.Without(Of(other));
}
