using VpcMirrorOperator.Emulator.Yaml;


namespace VpcMirrorOperator.Emulator.Seeds;

/// <summary>Reads one account with its credentials and regions.</summary>
internal static class AccountReader
{
    private static readonly string[] KeyFields = ["accessKeyId", "accessKeySecret", "securityToken", "expiresIn"];

    private static readonly string[] Fields = ["name", .. KeyFields, "otherCredentials", "sessionsDeletedIn", "regions"];

    internal static AccountSeed Read(SeedNode node)
    {
        var map = node.AsMap(Fields);
        var key = ReadCredential(map);
        return new(
            map.Required("name").Text(1, 64), key.AccessKeyId, key.AccessKeySecret, key.SecurityToken,
            map.Required("regions").AsList().Unique(ReadRegion, region => region.Id))
        {
            ExpiresIn = key.ExpiresIn,
            SessionsDeletedIn = map.Optional("sessionsDeletedIn")?.Duration(TimeSpan.Zero, TimeSpan.FromHours(8760)),
            OtherCredentials = [.. map.List("otherCredentials").Select(item => ReadCredential(item.AsMap(KeyFields)))],
        };
    }

    internal static CredentialSeed ReadCredential(SeedMap map)
    {
        var token = map.Optional("securityToken")?.Text(1, 4096);
        var expiresIn = map.Optional("expiresIn")?.Duration(TimeSpan.Zero, TimeSpan.FromHours(72));
        if (expiresIn is not null && token is null)
            throw map.Error("expiresIn without securityToken", "Add securityToken: only STS credentials expire.");
        return new(map.Required("accessKeyId").Text(1, 128), map.Required("accessKeySecret").Text(1, 128), token, expiresIn);
    }

    private static List<FilterSeed> ReadFilters(SeedMap map)
    {
        var filters = map.List("filters").Unique(FilterSeedReader.Read, filter => filter.Id);
        var twice = filters.SelectMany(filter => filter.Rules).CountBy(rule => rule.Id).FirstOrDefault(count => count.Value > 1);
        return twice.Value <= 1
            ? filters
            : throw map.Required("filters").Error($"the rule id '{twice.Key}' stands there twice", "Rename one of the two rules.");
    }

    private static List<InterfaceChange> ReadChanges(SeedMap map)
    {
        if (map.Has("interfaceChanges") && !map.Has("networkInterfaces"))
            throw map.Error("interfaceChanges without networkInterfaces", "Add networkInterfaces: a list, which may be empty.");
        return [.. map.List("interfaceChanges").Select(item => InterfaceChangeReader.Read(item))];
    }

    private static MeteredSeed ReadBilled(SeedNode node)
    {
        var map = node.AsMap("session", "networkInterface", "hours", "runningFor");
        return new(
            map.Required("session").SessionId(), map.Required("networkInterface").NetworkInterfaceId(),
            map.Number("hours", 0, 0, 100_000_000), map.Optional("runningFor")?.Duration(TimeSpan.Zero, TimeSpan.FromHours(1_000_000)));
    }

    private static RegionSeed ReadRegion(SeedNode node)
    {
        var map = node.AsMap(
            "id", "serviceOpened", "filters", "largeTargets", "sessions", "networkInterfaces", "interfaceChanges", "billed");
        return new(
            map.Required("id").RegionId(),
            map.Flag("serviceOpened", true),
            map.List("sessions").Unique(SessionSeedReader.Read, session => session.Id))
        {
            Filters = ReadFilters(map),
            NetworkInterfaces = map.Optional("networkInterfaces")?.AsList().Unique(InterfaceSeedReader.Read, one => one.Id),
            InterfaceChanges = ReadChanges(map),
            Billed = map.List("billed").Unique(ReadBilled, one => $"{one.Session} {one.NetworkInterface}"),
            LargeTargets = map.List("largeTargets").NetworkInterfaceIds(),
        };
    }
}
