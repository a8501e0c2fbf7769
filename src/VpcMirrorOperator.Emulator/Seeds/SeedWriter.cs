using System.Globalization;
using YamlDotNet.RepresentationModel;
using VpcMirrorOperator.Emulator.Faults;
using VpcMirrorOperator.Emulator.Yaml;

namespace VpcMirrorOperator.Emulator.Seeds;

/// <summary>Writes a seed as YAML that <see cref="SeedReader"/> reads back; fields at their default are left out.</summary>
internal static class SeedWriter
{
    internal static string Write(EmulatorSeed seed)
    {
        var root = new MapWriter()
            .Map("settings", SettingsWriter.Write(seed.Settings))
            .Set("networkInterfaces", seed.NetworkInterfaces.Existing is { } ids ? MapWriter.List(ids) : MapWriter.Text("any"))
            .List("deletedNetworkInterfaces", seed.NetworkInterfaces.Deleted)
            .List("networkInterfacesWithoutInstance", seed.NetworkInterfaces.WithoutInstance)
            .Set("accounts", new YamlSequenceNode(seed.Accounts.Select(Account)))
            .List("faults", [.. seed.Faults.Select(Fault)]);
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        new YamlStream(new YamlDocument(root.Node)).Save(text, assignAnchors: false);
        return text.ToString().Replace("\n...\n", "\n", StringComparison.Ordinal);
    }

    private static YamlNode Account(AccountSeed account) => new MapWriter()
        .Text("name", account.Name)
        .Text("accessKeyId", account.AccessKeyId)
        .Text("accessKeySecret", account.AccessKeySecret)
        .Text("securityToken", account.SecurityToken)
        .Duration("expiresIn", account.ExpiresIn)
        .List("otherCredentials", [.. account.OtherCredentials.Select(Credential)])
        .Duration("sessionsDeletedIn", account.SessionsDeletedIn)
        .Set("regions", new YamlSequenceNode(account.Regions.Select(Region))).Node;

    private static YamlNode Credential(CredentialSeed credential) => new MapWriter()
        .Text("accessKeyId", credential.AccessKeyId)
        .Text("accessKeySecret", credential.AccessKeySecret)
        .Text("securityToken", credential.SecurityToken)
        .Duration("expiresIn", credential.ExpiresIn).Node;

    private static YamlNode Region(RegionSeed region)
    {
        var map = new MapWriter()
            .Text("id", region.Id)
            .Flag("serviceOpened", region.ServiceOpened, true)
            .List("largeTargets", region.LargeTargets)
            .List("filters", [.. region.Filters.Select(FilterSeedWriter.Write)])
            .List("sessions", [.. region.Sessions.Select(SessionSeedWriter.Write)]);
        // No interfaces at all is something else than none declared.
        if (region.NetworkInterfaces is { } interfaces)
            map.Set("networkInterfaces", new YamlSequenceNode(interfaces.Select(InterfaceSeedWriter.Write)));
        return map
            .List("interfaceChanges", [.. region.InterfaceChanges.Select(InterfaceSeedWriter.Write)])
            .List("billed", [.. region.Billed.Select(Billed)]).Node;
    }

    private static YamlNode Billed(MeteredSeed source) => new MapWriter()
        .Text("session", source.Session)
        .Text("networkInterface", source.NetworkInterface)
        .Number("hours", source.Hours, 0)
        .Duration("runningFor", source.RunningFor).Node;

    private static YamlNode Fault(FaultRule fault) => new MapWriter()
        .Text("kind", SeedWords.CamelCase(fault.Kind.ToString()))
        .Text("action", fault.Action)
        .Text("account", fault.Account)
        .Text("region", fault.Region)
        .Text("session", fault.Session)
        .Text("networkInterface", fault.NetworkInterface)
        .Number("times", fault.Times, null)
        .Number("status", fault.Status, null)
        .Text("code", fault.Code)
        .Number("retryAfterMs", fault.RetryAfterMs, null).Node;
}
