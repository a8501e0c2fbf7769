using System.Collections.Immutable;
using VpcMirrorOperator.Emulator.Yaml;

namespace VpcMirrorOperator.Emulator.Seeds;

/// <summary>Reads ids and codes in their documented forms.</summary>
internal static class SeedIds
{
    internal static string ErrorCode(this SeedNode node) =>
        node.Text(1, 128, SeedPatterns.ErrorCode, "IllegalParam.TrafficMirrorSourceIds");

    internal static string SessionId(this SeedNode node) => node.Text(5, 128, SeedPatterns.Session, "tms-j6cla50buc44ap8tu0001");

    internal static string InstanceId(this SeedNode node) => node.Text(3, 64, SeedPatterns.Instance, "i-j6c1dkga3et5atja0001");

    internal static string FilterId(this SeedNode node) => node.Text(5, 128, SeedPatterns.Filter, "tmf-j6cmls82xnc86vtpe0001");

    internal static string RuleId(this SeedNode node) => node.Text(5, 128, SeedPatterns.Rule, "tmr-j6c89rzmtd3hhdugq0001");

    internal static string RegionId(this SeedNode node) => node.Text(3, 64, SeedPatterns.Region, "cn-hongkong");

    internal static string NetworkInterfaceId(this SeedNode node) =>
        node.Text(5, 128, SeedPatterns.NetworkInterface, "eni-j6c8znm5l1yt4sox0001");

    internal static ImmutableSortedSet<string> NetworkInterfaceIds(this IReadOnlyList<SeedNode> nodes) =>
        nodes.Unique(NetworkInterfaceId, id => id).ToImmutableSortedSet(StringComparer.Ordinal);
}
