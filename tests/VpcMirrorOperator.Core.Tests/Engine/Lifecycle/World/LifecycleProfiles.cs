using VpcMirrorOperator.Engine.Lifecycle;

namespace VpcMirrorOperator.Core.Tests.Engine.Lifecycle.World;

/// <summary>What happens in a world, by the sort of trouble.</summary>
internal static class LifecycleProfiles
{
    public static readonly string[] Names = ["one", "life", "hand", "foreign", "arrears", "move", "share", "kind"];

    private static readonly string[] Failures = ["crash", "failover", "loseReply", "loseRequest", "slowRequest", "loseFirst", "slowFirst"];
    private static readonly string[] Statuses = ["statusLost", "backup", "restore"];

    private static readonly Dictionary<string, string[]> Events = new(StringComparer.Ordinal)
    {
        ["one"] = [.. Failures, .. Failures, .. Statuses, "edit", "edit", "bad", "down", "up"],
        ["life"] = [.. Failures, .. Statuses, "delete", "again", "down", "up"],
        ["hand"] = [.. Failures, .. Statuses, "edit", "delete", "again", "handDelete"],
        ["foreign"] = [.. Failures, .. Statuses, "handDelete", "strip", "copy", "delete"],
        ["arrears"] = [.. Failures, .. Statuses, "lock", "lock", "arrearsDelete", "arrearsDelete", "pay"],
        ["move"] = [.. Failures, "move", "move", "delete", "statusLost"],
        ["share"] = [.. Failures, "claim", "claim", "delete", "unclaim"],
        ["kind"] = [.. Failures, "kindGoes", "delete"],
    };

    /// <summary>One to seven events of a profile, each at a tick.</summary>
    public static IReadOnlyList<(int At, string Name)> Draw(Random random, string profile, int horizon)
    {
        var drawn = new List<(int, string)>();
        for (var i = random.Next(1, 8); i > 0; i--)
        {
            var name = Events[profile][random.Next(Events[profile].Length)];
            var at = name switch
            {
                "loseFirst" or "slowFirst" => random.Next(6),
                "lock" => random.Next(12),
                "arrearsDelete" => 22 + random.Next(10),
                _ => random.Next(horizon),
            };
            drawn.Add((at, name));
        }
        return [.. drawn.OrderBy(e => e.Item1)];
    }

    public static DeletionIntent Intent(Random random) => random.Next(3) == 0 ? DeletionIntent.Release : DeletionIntent.Delete;
}
