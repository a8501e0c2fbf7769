namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.World;

/// <summary>Which steps are not somebody's doing.</summary>
internal static class WorldKinds
{
    private static readonly HashSet<string> Kinds =
    [
        "api", "apilost", "dropplan", "watchpol", "sel", "pass", "delay", "empty", "call", "dropcall", "w", "watch", "retry", "list",
        "liststale", "listed", "see", "land", "gc", "nsdel", "gcorphan", "nspol",
    ];

    public static bool IsOfWorld(SimStep step) => Kinds.Contains(step.Kind);
}
