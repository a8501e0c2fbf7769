using System.Collections.Immutable;
using System.Globalization;
using VpcMirrorOperator.Emulator.Seeds;

namespace VpcMirrorOperator.Emulator.Actions.Ecs;

/// <summary>Addresses that a seed leaves out are made up from the id: the same in every run, and no two calls differ.</summary>
internal static class InterfaceAddresses
{
    /// <summary>The private IPv4 addresses, the primary one first; never empty.</summary>
    internal static ImmutableArray<string> Of(InterfaceSeed one)
    {
        if (!one.PrivateIps.IsEmpty) return one.PrivateIps;
        var hash = Hash(one.Id);
        return [string.Create(CultureInfo.InvariantCulture, $"10.{(byte)(hash >> 16)}.{(byte)(hash >> 8)}.{(byte)hash}")];
    }

    internal static string Mac(InterfaceSeed one)
    {
        if (one.MacAddress.Length > 0) return one.MacAddress;
        var hash = Hash(one.Id);
        return string.Create(CultureInfo.InvariantCulture, $"00:16:3e:{(byte)(hash >> 16):x2}:{(byte)(hash >> 8):x2}:{(byte)hash:x2}");
    }

    /// <summary>An account number of 16 digits for an account that has only a name.</summary>
    internal static string AccountNumber(string account) =>
        string.Create(CultureInfo.InvariantCulture, $"100000{Hash(account):D10}");

    /// <summary>FNV-1a: the text's own hash code differs from process to process.</summary>
    private static uint Hash(string text) => text.Aggregate(2166136261u, (hash, c) => unchecked((hash ^ c) * 16777619u));
}
