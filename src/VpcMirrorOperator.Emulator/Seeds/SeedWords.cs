using System.Collections.Frozen;
using VpcMirrorOperator.Emulator.Faults;
using VpcMirrorOperator.Emulator.Filters;
using VpcMirrorOperator.Emulator.Interfaces;
using VpcMirrorOperator.Emulator.Sessions;
using VpcMirrorOperator.Emulator.Settings;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Seeds;

/// <summary>The words that seeds and the control API use for enumerated values.</summary>
internal static class SeedWords
{
    internal static FrozenDictionary<string, SessionStatus> SessionStatus { get; } = ByName<SessionStatus>(name => name);

    internal static FrozenDictionary<string, BusinessStatus> BusinessStatus { get; } = ByName<BusinessStatus>(name => name);

    internal static FrozenDictionary<string, ApplyAt> ApplyAt { get; } = ByName<ApplyAt>(CamelCase);

    internal static FrozenDictionary<string, FaultKind> FaultKind { get; } = ByName<FaultKind>(CamelCase);

    internal static FrozenDictionary<string, FilterStatus> FilterStatus { get; } = ByName<FilterStatus>(name => name);

    internal static FrozenDictionary<string, InterfaceType> InterfaceType { get; } = ByName<InterfaceType>(name => name);

    internal static FrozenDictionary<string, InterfaceStatus> InterfaceStatus { get; } = ByName<InterfaceStatus>(name => name);

    internal static FrozenDictionary<string, InterfaceVerb> InterfaceVerb { get; } = ByName<InterfaceVerb>(CamelCase);

    internal static FrozenDictionary<string, IpVersion> IpVersion { get; } = ByName<IpVersion>(name => name);

    internal static FrozenDictionary<string, RuleAction> RuleAction { get; } = ByName<RuleAction>(name => name.ToLowerInvariant());

    internal static FrozenDictionary<string, RuleProtocol> RuleProtocol { get; } = ByName<RuleProtocol>(name => name.ToUpperInvariant());

    /// <summary>The third is documented as a kind of target, its word in the API is not.</summary>
    internal static FrozenDictionary<string, string> TargetType { get; } =
        new[] { "NetworkInterface", "SLB", "GatewayLoadBalancerEndpoint" }.ToFrozenDictionary(word => word, StringComparer.Ordinal);

    internal static FrozenDictionary<string, string> Action { get; } =
        ApiOperation.All.Union(EcsOperation.All).ToFrozenDictionary(word => word, StringComparer.Ordinal);

    /// <summary>An action as the API writes it.</summary>
    internal static string Text(RuleAction action) => action.ToString().ToLowerInvariant();

    /// <summary>A protocol as the API writes it.</summary>
    internal static string Text(RuleProtocol protocol) => protocol.ToString().ToUpperInvariant();

    internal static string? NotEmpty(string text) => text.Length == 0 ? null : text;

    internal static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static FrozenDictionary<string, T> ByName<T>(Func<string, string> word)
        where T : struct, Enum =>
        Enum.GetValues<T>().ToFrozenDictionary(value => word(value.ToString()), StringComparer.Ordinal);
}
