using System.Text.RegularExpressions;

namespace VpcMirrorOperator.Emulator.Seeds;

/// <summary>The shapes of texts in a seed. The JSON schema has the same expressions.</summary>
internal static partial class SeedPatterns
{
    [GeneratedRegex(@"^eni-[a-z0-9]+\z")]
    internal static partial Regex NetworkInterface { get; }

    [GeneratedRegex(@"^tms-[a-z0-9]+\z")]
    internal static partial Regex Session { get; }

    [GeneratedRegex(@"^i-[a-zA-Z0-9]+\z")]
    internal static partial Regex Instance { get; }

    [GeneratedRegex(@"^[0-9a-f]{2}(:[0-9a-f]{2}){5}\z")]
    internal static partial Regex MacAddress { get; }

    [GeneratedRegex(@"^[0-9a-fA-F.:]+\z")]
    internal static partial Regex IpAddress { get; }

    [GeneratedRegex(@"^tmf-[a-z0-9]+\z")]
    internal static partial Regex Filter { get; }

    [GeneratedRegex(@"^tmr-[a-z0-9]+\z")]
    internal static partial Regex Rule { get; }

    [GeneratedRegex(@"^[0-9a-fA-F.:]+/[0-9]{1,3}\z")]
    internal static partial Regex CidrBlock { get; }

    [GeneratedRegex(@"^(-1/-1|[1-9][0-9]{0,4}/[1-9][0-9]{0,4})\z")]
    internal static partial Regex PortRange { get; }

    [GeneratedRegex(@"^[a-z]+(-[a-z0-9]+)+\z")]
    internal static partial Regex Region { get; }

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}Z\z")]
    internal static partial Regex CreationTime { get; }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9.]*\z")]
    internal static partial Regex ErrorCode { get; }
}
