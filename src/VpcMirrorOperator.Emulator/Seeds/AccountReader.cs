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

    private static RegionSeed ReadRegion(SeedNode node)
    {
        var map = node.AsMap("id", "serviceOpened", "filters", "largeTargets", "sessions");
        return new(
            map.Required("id").RegionId(),
            map.Flag("serviceOpened", true),
            map.List("sessions").Unique(SessionSeedReader.Read, session => session.Id))
        {
            Filters = ReadFilters(map),
            LargeTargets = map.List("largeTargets").NetworkInterfaceIds(),
        };
    }
}
