using System.Collections.Immutable;
using YamlDotNet.RepresentationModel;
using VpcMirrorOperator.Emulator.Yaml;

namespace VpcMirrorOperator.Emulator.Seeds;

/// <summary>Reads a whole seed.</summary>
internal static class SeedReader
{
    private static readonly string[] Fields = [
        "settings", "networkInterfaces", "deletedNetworkInterfaces", "networkInterfacesWithoutInstance", "accounts", "faults"];

    internal static EmulatorSeed Read(SeedNode node)
    {
        var map = node.AsMap(Fields);
        var accounts = map.Required("accounts").AsList().Unique(AccountReader.Read, account => account.Name);
        RefuseSharedKey(map.Required("accounts"), accounts);
        return new()
        {
            Settings = map.Optional("settings") is { } settings ? SettingsReader.Read(settings, new()) : new(),
            NetworkInterfaces = ReadInterfaces(map),
            Accounts = accounts,
            Faults = [.. map.List("faults").Select(FaultReader.Read)],
        };
    }

    private static NetworkInterfaceSeed ReadInterfaces(SeedMap map) => new()
    {
        Existing = map.Optional("networkInterfaces") is { Yaml: not YamlScalarNode } list
            ? list.AsList().NetworkInterfaceIds()
            : ReadAny(map.Optional("networkInterfaces")),
        Deleted = map.List("deletedNetworkInterfaces").NetworkInterfaceIds(),
        WithoutInstance = map.List("networkInterfacesWithoutInstance").NetworkInterfaceIds(),
    };

    private static ImmutableSortedSet<string>? ReadAny(SeedNode? node) =>
        node is null || node.AsText() == "any"
            ? null
            : throw node.Error("must be 'any' or a list", "Write any, or list the ids that exist.");

    private static void RefuseSharedKey(SeedNode node, List<AccountSeed> accounts)
    {
        var ids = accounts.SelectMany(account => account.Credentials).Select(credential => credential.AccessKeyId).ToList();
        if (ids.Distinct(StringComparer.Ordinal).Count() < ids.Count)
            throw node.Error(
                "two credentials have the same accessKeyId", "Give each its own accessKeyId: it tells which account a call belongs to.");
    }
}
