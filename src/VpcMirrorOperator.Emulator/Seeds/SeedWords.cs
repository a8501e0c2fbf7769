using System.Collections.Frozen;

namespace VpcMirrorOperator.Emulator;

/// <summary>The words that seeds and the control API use for enumerated values.</summary>
internal static class SeedWords
{
    internal static FrozenDictionary<string, SessionStatus> SessionStatus { get; } = ByName<SessionStatus>(name => name);

    internal static FrozenDictionary<string, BusinessStatus> BusinessStatus { get; } = ByName<BusinessStatus>(name => name);

    internal static FrozenDictionary<string, ApplyAt> ApplyAt { get; } = ByName<ApplyAt>(CamelCase);

    internal static FrozenDictionary<string, FaultKind> FaultKind { get; } = ByName<FaultKind>(CamelCase);

    internal static FrozenDictionary<string, string> TargetType { get; } =
        new[] { "NetworkInterface", "SLB" }.ToFrozenDictionary(word => word, StringComparer.Ordinal);

    internal static FrozenDictionary<string, string> Action { get; } =
        ApiActions.Names.ToFrozenDictionary(word => word, StringComparer.Ordinal);

    internal static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static FrozenDictionary<string, T> ByName<T>(Func<string, string> word)
        where T : struct, Enum =>
        Enum.GetValues<T>().ToFrozenDictionary(value => word(value.ToString()), StringComparer.Ordinal);
}
