using System.Collections.Frozen;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Sessions;
using VpcMirrorOperator.Emulator.Yaml;

namespace VpcMirrorOperator.Emulator.Control;

/// <summary>Reads and carries out one order to act as a foreign writer.</summary>
internal static class ForeignOrder
{
    private static readonly string[] Fields = [
        "do", "account", "region", "session", "ids", "enabled", "locked", "overdue", "status", "opened"];

    private static readonly FrozenDictionary<string, Func<VpcEmulator, SeedMap, string>> Orders =
        new Dictionary<string, Func<VpcEmulator, SeedMap, string>>(StringComparer.Ordinal)
        {
            ["add"] = (emulator, map) => OnSession(map, (a, r, s) => emulator.ForeignAdd(a, r, s, Ids(map))),
            ["remove"] = (emulator, map) => OnSession(map, (a, r, s) => emulator.ForeignRemove(a, r, s, Ids(map))),
            ["create"] = Create,
            ["enable"] = (emulator, map) => OnSession(map, (a, r, s) => emulator.SetEnabled(a, r, s, map.Flag("enabled", true))),
            ["lock"] = (emulator, map) => OnSession(map, (a, r, s) => emulator.SetBusinessStatus(
                a, r, s, map.Flag("locked", true) ? BusinessStatus.FinancialLocked : BusinessStatus.Normal)),
            ["hold"] = (emulator, map) => OnSession(map, (a, r, s) => emulator.SetStatus(
                a, r, s, map.Required("status").OneOf(SeedWords.SessionStatus))),
            ["delete"] = (emulator, map) => OnSession(map, emulator.DeleteSession),
            ["open"] = Open,
            ["vanish"] = Vanish,
            ["arrears"] = Arrears,
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Gives OK, or the code with which the service refuses.</summary>
    internal static string Carry(VpcEmulator emulator, SeedNode body)
    {
        var map = body.AsMap(Fields);
        return map.Required("do").OneOf(Orders)(emulator, map);
    }

    private static string OnSession(SeedMap map, Func<string, string, string, string> order) =>
        order(map.Required("account").AsText(), map.Required("region").AsText(), map.Required("session").AsText());

    private static string OnSession(SeedMap map, Action<string, string, string> order) => OnSession(map, (account, region, session) =>
    {
        order(account, region, session);
        return "OK";
    });

    /// <summary>Here <c>session</c> is not an id but a mapping with the fields of a seed's session.</summary>
    private static string Create(VpcEmulator emulator, SeedMap map) => emulator.ForeignCreate(
        map.Required("account").AsText(), map.Required("region").AsText(), SessionSeedReader.Read(map.Required("session")));

    private static string Open(VpcEmulator emulator, SeedMap map)
    {
        emulator.SetServiceOpened(map.Required("account").AsText(), map.Required("region").AsText(), map.Flag("opened", true));
        return "OK";
    }

    private static string Arrears(VpcEmulator emulator, SeedMap map)
    {
        emulator.SetOverdue(map.Required("account").AsText(), map.Flag("overdue", true));
        return "OK";
    }

    private static string Vanish(VpcEmulator emulator, SeedMap map)
    {
        foreach (var id in Ids(map)) emulator.DeleteNetworkInterface(id);
        return "OK";
    }

    private static List<string> Ids(SeedMap map)
    {
        var ids = map.Required("ids").AsList();
        return ids.Count > 0
            ? ids.Select(SeedIds.NetworkInterfaceId).ToList()
            : throw map.Error("ids is empty", "Give at least one eni- id.");
    }
}
