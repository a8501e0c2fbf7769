using NJsonSchema;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.Emulator.Tests.Seeds;

/// <summary>Declared interfaces, their changes and the bill: loader and schema must take and refuse the same.</summary>
public class InterfaceSeedTests
{
    private const string Place = "accounts[0].regions[0]";

    [Theory]
    [InlineData("networkInterfaces: []")]
    [InlineData("networkInterfaces: [{ id: eni-a }]\ninterfaceChanges: []")]
    [InlineData("networkInterfaces: [{ id: eni-a, type: Primary, instanceId: i-1, name: ab, privateIps: [10.0.0.1] }]")]
    [InlineData("networkInterfaces: [{ id: eni-a, ipv6Addresses: [\"fd00::1\"], securityGroupIds: [sg-1] }]")]
    [InlineData("networkInterfaces: [{ id: eni-a, status: Attaching, settlesIn: 2s, instanceId: i-1 }]")]
    [InlineData("networkInterfaces: [{ id: eni-a, serviceManaged: true, deviceIndex: 3, macAddress: \"00:16:3e:0d:7b:c2\" }]")]
    [InlineData("networkInterfaces: [{ id: eni-a, tags: { a: \"\" }, creationTime: 2026-01-02T03:04Z }]")]
    [InlineData("networkInterfaces: [{ id: eni-a, status: Creating, settlesIn: 1s }]\n"
        + "interfaceChanges: [{ do: create, after: 1h, networkInterface: { id: eni-b } }, { do: tag, id: eni-a, tags: { a: b } }]")]
    [InlineData("networkInterfaces: [{ id: eni-a }]\n"
        + "interfaceChanges: [{ do: attach, id: eni-a, instanceId: i-1, deviceIndex: 2, trunkId: eni-t }]")]
    [InlineData("networkInterfaces: []\ninterfaceChanges: [{ do: detach, id: eni-a, after: 5s }, { do: tag, id: eni-a, untag: [c] }]")]
    [InlineData("billed: [{ session: tms-a, networkInterface: eni-1, hours: 12, runningFor: 30m }]")]
    public async Task A_good_one_passes_both_and_survives_export(string region)
    {
        var yaml = Account(region);
        var seed = EmulatorSeed.Parse(yaml, "good.yaml");
        Assert.Empty(await SchemaErrors(yaml));
        Assert.Equal(seed.ToYaml(), EmulatorSeed.Parse(seed.ToYaml(), "again").ToYaml());
        Assert.Empty(await SchemaErrors(seed.ToYaml()));
        static bool Declares(EmulatorSeed seed) => seed.Accounts[0].Regions[0].NetworkInterfaces is not null;
        Assert.Equal(Declares(seed), Declares(EmulatorSeed.Parse(seed.ToYaml(), "x")));
    }

    [Theory]
    [InlineData("networkInterfaces: any", ".networkInterfaces")]
    [InlineData("networkInterfaces: [{ id: i-1 }]", ".networkInterfaces[0].id")]
    [InlineData("networkInterfaces: [{ id: eni-a, type: Tertiary }]", ".networkInterfaces[0].type")]
    [InlineData("networkInterfaces: [{ id: eni-a, type: Primary }]", ".networkInterfaces[0]")]
    [InlineData("networkInterfaces: [{ id: eni-a, status: InUse }]", ".networkInterfaces[0]")]
    [InlineData("networkInterfaces: [{ id: eni-a, status: Available, instanceId: i-1 }]", ".networkInterfaces[0]")]
    [InlineData("networkInterfaces: [{ id: eni-a, settlesIn: 1s }]", ".networkInterfaces[0]")]
    [InlineData("networkInterfaces: [{ id: eni-a, instanceId: node-1 }]", ".networkInterfaces[0].instanceId")]
    [InlineData("networkInterfaces: [{ id: eni-a, privateIps: [\"fd00::1\"] }]", ".networkInterfaces[0].privateIps[0]")]
    [InlineData("networkInterfaces: [{ id: eni-a, macAddress: 0016.3e0d.7bc2xxx }]", ".networkInterfaces[0].macAddress")]
    [InlineData("networkInterfaces: [{ id: eni-a, deviceIndex: 4096 }]", ".networkInterfaces[0].deviceIndex")]
    [InlineData("networkInterfaces: [{ id: eni-a, owner: i-1 }]", ".networkInterfaces[0].owner")]
    [InlineData("interfaceChanges: [{ do: detach, id: eni-a }]", "")]
    [InlineData("networkInterfaces: []\ninterfaceChanges: [{ do: explode, id: eni-a }]", ".interfaceChanges[0].do")]
    [InlineData("networkInterfaces: []\ninterfaceChanges: [{ do: attach, id: eni-a }]", ".interfaceChanges[0]")]
    [InlineData("networkInterfaces: []\ninterfaceChanges: [{ do: create, id: eni-a }]", ".interfaceChanges[0]")]
    [InlineData("networkInterfaces: []\ninterfaceChanges: [{ do: detach, id: eni-a, instanceId: i-1 }]", ".interfaceChanges[0].instanceId")]
    [InlineData("billed: [{ session: tms-a }]", ".billed[0]")]
    [InlineData("billed: [{ session: tms-a, networkInterface: eni-1, hours: -1 }]", ".billed[0].hours")]
    public async Task A_bad_one_is_refused_by_both_at_its_place(string region, string field)
    {
        var yaml = Account(region);
        var error = Assert.Throws<EmulatorSeedException>(() => EmulatorSeed.Parse(yaml, "bad.yaml"));
        Assert.Equal(Place + field, error.Field);
        Assert.EndsWith(".", error.Remedy, StringComparison.Ordinal);
        Assert.NotEmpty(await SchemaErrors(yaml));
    }

    [Theory]
    [InlineData("networkInterfaces: [{ id: eni-a }, { id: eni-a, name: ab }]", ".networkInterfaces[1]")]
    [InlineData("networkInterfaces: [{ id: eni-a, privateIps: [10.0.0.300] }]", ".networkInterfaces[0].privateIps[0]")]
    [InlineData("networkInterfaces: []\ninterfaceChanges: [{ do: detach, id: eni-a, after: 73h }]", ".interfaceChanges[0].after")]
    [InlineData("billed: [{ session: tms-a, networkInterface: eni-1 }, { session: tms-a, networkInterface: eni-1, hours: 1 }]",
        ".billed[1]")]
    public void The_loader_also_refuses_what_a_schema_cannot_say(string region, string field) =>
        Assert.Equal(Place + field, Assert.Throws<EmulatorSeedException>(() => EmulatorSeed.Parse(Account(region), "x")).Field);

    private static string Account(string region) =>
        $"accounts:\n  - name: main\n    accessKeyId: k\n    accessKeySecret: s\n    regions:\n      - id: cn-hongkong\n        "
        + region.Replace("\n", "\n        ", StringComparison.Ordinal) + "\n";

    private static async Task<IReadOnlyCollection<object>> SchemaErrors(string yaml)
    {
        var path = Repository.PathOf("docs", "emulator-seed.schema.json");
        var schema = await JsonSchema.FromFileAsync(path, TestContext.Current.CancellationToken);
        return [.. schema.Validate(YamlAsJson.Convert(yaml))];
    }
}
