using System.Reflection;
using System.Text.Json.Nodes;
using NJsonSchema;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.Emulator.Tests.Seeds;

/// <summary>The loader and the published JSON schema must take and refuse the same seeds.</summary>
public class SeedTests
{
    private static readonly Lazy<Task<JsonSchema>> Schema =
        new(() => JsonSchema.FromFileAsync(Repository.PathOf("docs", "emulator-seed.schema.json")));

    private static readonly string[] Good = [
        "accounts: []",
        "{\"accounts\": []}",
        Account(""),
        Account("sessions: [{ id: tms-a }]"),
        Account("serviceOpened: false"),
        Account("sessions: [{ id: tms-a, tags: { a: \"\", 1: x }, priority: 32766, creationTime: 2023-09-05T15:26Z }]"),
        Account("sessions: [{ id: tms-a, pending: { remove: [eni-1], modifyingIn: 1s, endsIn: 1.5m } }]"),
        Account("sessions: [{ id: tms-a, status: Deleting, businessStatus: FinancialLocked, targetType: SLB, packetLength: 64 }]"),
        Account("sessions: [{ id: tms-a, createdIn: 5m }]"),
        Account("filters: [{ id: tmf-a }]"),
        Account("filters: [{ id: tmf-a, status: Modifying, tags: { a: b }, createdIn: 1s, pending: { delete: true, endsIn: 3s } }]"),
        Account("filters: [{ id: tmf-a, ingressRules: [{ id: tmr-a, priority: 1 }], egressRules: [{ id: tmr-b, priority: 1, "
            + "action: drop, protocol: TCP, sourceCidrBlock: 10.0.0.0/8, destinationPortRange: 80/443, sourcePortRange: -1/-1 }] }]"),
        Account("filters: [{ id: tmf-a, ingressRules: [{ id: tmr-a, priority: 16777216, ipVersion: IPv6, sourceCidrBlock: 2001:db8::/32, "
            + "createdIn: 1s, pending: { update: { action: drop, priority: 2, protocol: UDP }, modifyingIn: 1s, endsIn: 3s } }] }]"),
        Account("") + "    securityToken: t\n    expiresIn: 0s\n",
        Account("") + "    otherCredentials: [{ accessKeyId: k2, accessKeySecret: s, securityToken: t, expiresIn: 72h }]\n",
        Account("") + "settings: { tokenLifetime: 1s }\n",
        Account("") + "networkInterfaces: any\n",
        Account("") + "networkInterfaces: [eni-1, eni-2]\ndeletedNetworkInterfaces: [eni-1]\nnetworkInterfacesWithoutInstance: []\n",
        Account("") + "    sessionsDeletedIn: 360h\n",
        Account("largeTargets: [eni-1]"),
        Account("sessions: [{ id: tms-a, pending: { update: { name: n, enabled: false, priority: 2 }, endsIn: 1s } }]"),
        Account("sessions: [{ id: tms-a, pending: { delete: true, endsIn: 1s } }]"),
        Account("") + "settings: { maxSourcesPerSession: 10, uniquePriorities: false, filterInUseCode: A.B, arrearsGrace: 8760h }\n",
        Account("") + "settings: {}\n",
        Account("") + "settings: { applyAt: start, maxSourcesPerAdd: 1, tokenLifetime: 2h, modifyDuration: 0ms }\n",
        Account("") + "settings: { replayKeepsRequestId: false }\n",
        Account("") + "faults: [{ kind: throttle }, { kind: error, status: 500, code: InternalError, times: 3, session: tms-a }]\n",
    ];

    private static readonly PropertyInfo[] Settings = typeof(EmulatorSettings).GetProperties(BindingFlags.Public | BindingFlags.Instance);

    /// <summary>Each seed with the line and the field that its error must name.</summary>
    private static readonly (string Yaml, int Line, string Field)[] Bad = [
        ("{}", 1, ""),
        ("[]", 1, ""),
        ("just text", 1, ""),
        ("accounts:", 1, "accounts"),
        ("accounts: []\nacounts: []", 2, "acounts"),
        ("accounts: [{ name: a }]", 1, "accounts[0]"),
        (Account("").Replace("name: main", "name: 12", StringComparison.Ordinal), 2, "accounts[0].name"),
        (Account("").Replace("name: main", "name: ''", StringComparison.Ordinal), 2, "accounts[0].name"),
        (Account("").Replace("    accessKeySecret: s\n", "", StringComparison.Ordinal), 2, "accounts[0]"),
        (Account("") + "    securityToken:\n", 7, "accounts[0].securityToken"),
        (Account("").Replace("cn-hongkong", "Hongkong", StringComparison.Ordinal), 6, "accounts[0].regions[0].id"),
        (Account("serviceOpened: maybe"), 7, "accounts[0].regions[0].serviceOpened"),
        (Account("serviceOpened: \"true\""), 7, "accounts[0].regions[0].serviceOpened"),
        (Account("sessions: { id: tms-a }"), 7, "accounts[0].regions[0].sessions"),
        (Account("sessions: [{ id: session1 }]"), 7, "accounts[0].regions[0].sessions[0].id"),
        (Account("sessions: [{ id: tms-a, sources: [i-1] }]"), 7, "accounts[0].regions[0].sessions[0].sources[0]"),
        (Account("sessions: [{ id: tms-a, sources: [eni-1, eni-1] }]"), 7, "accounts[0].regions[0].sessions[0].sources[1]"),
        (Account("sessions: [{ id: tms-a, status: created }]"), 7, "accounts[0].regions[0].sessions[0].status"),
        (Account("sessions: [{ id: tms-a, priority: 0 }]"), 7, "accounts[0].regions[0].sessions[0].priority"),
        (Account("sessions: [{ id: tms-a, priority: \"1\" }]"), 7, "accounts[0].regions[0].sessions[0].priority"),
        (Account("sessions: [{ id: tms-a, priority: high }]"), 7, "accounts[0].regions[0].sessions[0].priority"),
        (Account("sessions: [{ id: tms-a, virtualNetworkId: 16777216 }]"), 7, "accounts[0].regions[0].sessions[0].virtualNetworkId"),
        (Account("sessions: [{ id: tms-a, tags: { a: 1 } }]"), 7, "accounts[0].regions[0].sessions[0].tags.a"),
        (Account("sessions: [{ id: tms-a, creationTime: yesterday }]"), 7, "accounts[0].regions[0].sessions[0].creationTime"),
        (Account("sessions: [{ id: tms-a, pending: { endsIn: 1s } }]"), 7, "accounts[0].regions[0].sessions[0].pending"),
        (Account("sessions: [{ id: tms-a, pending: { add: [eni-1] } }]"), 7, "accounts[0].regions[0].sessions[0].pending"),
        (Account("sessions: [{ id: tms-a, pending: { add: [], remove: [], endsIn: 1s } }]"), 7,
            "accounts[0].regions[0].sessions[0].pending"),
        (Account("sessions: [{ id: tms-a, pending: { delete: false, endsIn: 1s } }]"), 7,
            "accounts[0].regions[0].sessions[0].pending.delete"),
        (Account("sessions: [{ id: tms-a, pending: { update: { sources: [] }, endsIn: 1s } }]"), 7,
            "accounts[0].regions[0].sessions[0].pending.update.sources"),
        (Account("largeTargets: [lb-1]"), 7, "accounts[0].regions[0].largeTargets[0]"),
        (Account("") + "settings: { maxFilters: 0 }\n", 7, "settings.maxFilters"),
        (Account("sessions: [{ id: tms-a, target: eni-1 }]"), 7, "accounts[0].regions[0].sessions[0].target"),
        (Account("sessions: [{ id: tms-a, createdIn: soon }]"), 7, "accounts[0].regions[0].sessions[0].createdIn"),
        (Account("filters: [{ id: tms-a }]"), 7, "accounts[0].regions[0].filters[0].id"),
        (Account("filters: [{ id: tmf-a, ingressRules: [{ id: tmr-a }] }]"), 7, "accounts[0].regions[0].filters[0].ingressRules[0]"),
        (Account("filters: [{ id: tmf-a, ingressRules: [{ id: tmr-a, priority: 0 }] }]"), 7,
            "accounts[0].regions[0].filters[0].ingressRules[0].priority"),
        (Account("filters: [{ id: tmf-a, egressRules: [{ id: tmr-a, priority: 1, action: Accept }] }]"), 7,
            "accounts[0].regions[0].filters[0].egressRules[0].action"),
        (Account("filters: [{ id: tmf-a, egressRules: [{ id: tmr-a, priority: 1, sourceCidrBlock: everywhere }] }]"), 7,
            "accounts[0].regions[0].filters[0].egressRules[0].sourceCidrBlock"),
        (Account("filters: [{ id: tmf-a, egressRules: [{ id: tmr-a, priority: 1, sourcePortRange: \"80\" }] }]"), 7,
            "accounts[0].regions[0].filters[0].egressRules[0].sourcePortRange"),
        (Account("filters: [{ id: tmf-a, pending: { endsIn: 1s } }]"), 7, "accounts[0].regions[0].filters[0].pending"),
        (Account("filters: [{ id: tmf-a, pending: { delete: false, endsIn: 1s } }]"), 7,
            "accounts[0].regions[0].filters[0].pending.delete"),
        (Account("") + "    expiresIn: 1h\n", 2, "accounts[0]"),
        (Account("") + "    otherCredentials: [{ accessKeyId: k2 }]\n", 7, "accounts[0].otherCredentials[0]"),
        (Account("") + "    otherCredentials: [{ accessKeyId: k2, accessKeySecret: s, expiresIn: 1h }]\n", 7,
            "accounts[0].otherCredentials[0]"),
        (Account("") + "networkInterfaces: none\n", 7, "networkInterfaces"),
        (Account("") + "networkInterfaces: [eni_1]\n", 7, "networkInterfaces[0]"),
        (Account("") + "settings: { modifyDuration: 3 }\n", 7, "settings.modifyDuration"),
        (Account("") + "settings: { modifyDuration: 3 s }\n", 7, "settings.modifyDuration"),
        (Account("") + "settings: { applyAt: middle }\n", 7, "settings.applyAt"),
        (Account("") + "settings: { maxSourcesPerAdd: 0 }\n", 7, "settings.maxSourcesPerAdd"),
        (Account("") + "settings: { addLimitCode: no spaces }\n", 7, "settings.addLimitCode"),
        (Account("") + "faults: [{ kind: explode }]\n", 7, "faults[0].kind"),
        (Account("") + "faults: [{ times: 1 }]\n", 7, "faults[0]"),
        (Account("") + "faults: [{ kind: error, status: 200 }]\n", 7, "faults[0].status"),
        (Account("") + "faults: [{ kind: error, action: ListVpcs }]\n", 7, "faults[0].action"),
    ];

    public static TheoryData<int> GoodOnes => [.. Enumerable.Range(0, Good.Length)];

    public static TheoryData<int> BadOnes => [.. Enumerable.Range(0, Bad.Length)];

    [Theory]
    [MemberData(nameof(GoodOnes))]
    public async Task A_good_seed_passes_loader_and_schema(int index)
    {
        var seed = EmulatorSeed.Parse(Good[index], "good.yaml");
        Assert.Empty(await SchemaErrors(Good[index]));
        Assert.Equal(seed.ToYaml(), EmulatorSeed.Parse(seed.ToYaml(), "again").ToYaml());
        Assert.Empty(await SchemaErrors(seed.ToYaml()));
    }

    [Theory]
    [MemberData(nameof(BadOnes))]
    public async Task A_bad_seed_is_refused_by_both_with_line_field_and_remedy(int index)
    {
        var (yaml, line, field) = Bad[index];
        var error = Assert.Throws<EmulatorSeedException>(() => EmulatorSeed.Parse(yaml, "bad.yaml"));
        Assert.Equal((line, field, "bad.yaml"), ((int)error.Line, error.Field, error.SourceName));
        Assert.StartsWith($"bad.yaml:{line}: {field}", error.Message, StringComparison.Ordinal);
        Assert.Matches("[.?]$", error.Remedy);
        Assert.NotEmpty(await SchemaErrors(yaml));
    }

    [Theory]
    [InlineData("accounts: [", 2)]
    [InlineData("accounts: []\naccounts: []", 2)]
    [InlineData("accounts: []\n---\naccounts: []", 1)]
    [InlineData("", 1)]
    public void Text_that_is_no_single_YAML_document_is_refused(string text, int line) =>
        Assert.Equal(line, Assert.Throws<EmulatorSeedException>(() => EmulatorSeed.Parse(text, "x")).Line);

    [Theory]
    [InlineData("", "1: is empty. Give fields, one a line, as docs/emulator.md shows them.")]
    [InlineData("acounts: []", "1: acounts: unknown field. Did you mean accounts?")]
    [InlineData("accounts: []\nsettings: { maxSourcePerSession: 1 }", "Did you mean maxSourcesPerSession?")]
    [InlineData("accounts: []\nsettings: { ModifyDuration: 1s }", "Did you mean modifyDuration?")]
    [InlineData("accounts: []\nfaults: [{ kind: throtle }]", "'throtle' is not a known value. Did you mean throttle?")]
    [InlineData("accounts: []\nfaults: [{ kind: slow }]", "Give one of: throttle, error, ")]
    public void An_error_says_what_was_probably_meant(string text, string expected) => Assert.Contains(
        expected, Assert.Throws<EmulatorSeedException>(() => EmulatorSeed.Parse(text, "x")).Message, StringComparison.Ordinal);

    /// <summary>A JSON schema cannot say that a part of two items must differ, or compare durations.</summary>
    [Theory]
    [InlineData("sessions: [{ id: tms-a }, { id: tms-a, priority: 2 }]", "accounts[0].regions[0].sessions[1]")]
    [InlineData("sessions: [{ id: tms-a, createdIn: 73h }]", "accounts[0].regions[0].sessions[0].createdIn")]
    [InlineData("sessions: [{ id: tms-a, creationTime: 2023-19-05T15:26Z }]", "accounts[0].regions[0].sessions[0].creationTime")]
    [InlineData(
        "sessions: [{ id: tms-a, pending: { add: [eni-1], modifyingIn: 25h, endsIn: 26h } }]",
        "accounts[0].regions[0].sessions[0].pending.modifyingIn")]
    [InlineData(
        "sessions: [{ id: tms-a, pending: { add: [eni-1], modifyingIn: 2s, endsIn: 1s } }]",
        "accounts[0].regions[0].sessions[0].pending.endsIn")]
    [InlineData("filters: [{ id: tmf-a }, { id: tmf-a, name: b }]", "accounts[0].regions[0].filters[1]")]
    [InlineData(
        "filters: [{ id: tmf-a, ingressRules: [{ id: tmr-a, priority: 1 }, { id: tmr-b, priority: 1 }] }]",
        "accounts[0].regions[0].filters[0]")]
    [InlineData(
        "filters: [{ id: tmf-a, ingressRules: [{ id: tmr-a, priority: 1 }], egressRules: [{ id: tmr-a, priority: 1 }] }]",
        "accounts[0].regions[0].filters")]
    [InlineData(
        "filters: [{ id: tmf-a, ingressRules: [{ id: tmr-a, priority: 1, sourceCidrBlock: 10.0.0.0/33 }] }]",
        "accounts[0].regions[0].filters[0].ingressRules[0].sourceCidrBlock")]
    [InlineData(
        "filters: [{ id: tmf-a, ingressRules: [{ id: tmr-a, priority: 1, ipVersion: IPv6, sourceCidrBlock: 10.0.0.0/8 }] }]",
        "accounts[0].regions[0].filters[0].ingressRules[0].sourceCidrBlock")]
    [InlineData(
        "filters: [{ id: tmf-a, ingressRules: [{ id: tmr-a, priority: 1, sourcePortRange: 81/80 }] }]",
        "accounts[0].regions[0].filters[0].ingressRules[0].sourcePortRange")]
    [InlineData(
        "filters: [{ id: tmf-a, ingressRules: [{ id: tmr-a, priority: 1, destinationPortRange: 80/443 }] }]",
        "accounts[0].regions[0].filters[0].ingressRules[0].destinationPortRange")]
    public void The_loader_also_refuses_what_a_schema_cannot_say(string region, string field) =>
        Assert.Equal(field, Assert.Throws<EmulatorSeedException>(() => EmulatorSeed.Parse(Account(region), "x")).Field);

    [Fact]
    public void Accounts_differ_in_name_and_key()
    {
        const string two = "accounts: [{ name: a, accessKeyId: k, accessKeySecret: s, regions: [] }, "
            + "{ name: b, accessKeyId: k, accessKeySecret: s, regions: [] }]";
        Assert.Equal("accounts", Assert.Throws<EmulatorSeedException>(() => EmulatorSeed.Parse(two, "x")).Field);
        var same = two.Replace("name: b", "name: a", StringComparison.Ordinal);
        var other = two.Replace("accessKeyId: k, accessKeySecret: s, regions: [] }]", "accessKeyId: k2, accessKeySecret: s, "
            + "otherCredentials: [{ accessKeyId: k, accessKeySecret: s }], regions: [] }]", StringComparison.Ordinal);
        Assert.Equal("accounts", Assert.Throws<EmulatorSeedException>(() => EmulatorSeed.Parse(other, "x")).Field);
        Assert.Equal("accounts[1]", Assert.Throws<EmulatorSeedException>(() => EmulatorSeed.Parse(same, "x")).Field);
    }

    [Fact]
    public async Task The_documented_example_is_a_good_seed()
    {
        var text = Repository.ReadText("docs", "emulator.md");
        var start = text.IndexOf("```yaml\n", StringComparison.Ordinal) + "```yaml\n".Length;
        var example = text[start..text.IndexOf("```", start, StringComparison.Ordinal)];
        Assert.Empty(await SchemaErrors(example));
        var seed = EmulatorSeed.Parse(example, "docs/emulator.md");
        Assert.Equal(2, seed.Accounts.Count);
        Assert.Equal(TimeSpan.FromMilliseconds(500), seed.Settings.ModifyJitter);
        Assert.Equal(FaultKind.Throttle, Assert.Single(seed.Faults).Kind);
        Assert.Equal(2, seed.Accounts[0].Regions[0].Sessions[0].Sources.Count);
    }

    [Fact]
    public void The_schema_and_the_documentation_know_every_setting_and_fault()
    {
        var schema = Repository.ReadText("docs", "emulator-seed.schema.json");
        var text = Repository.ReadText("docs", "emulator.md");
        foreach (var name in Settings.Select(p => p.Name).Concat(Enum.GetNames<FaultKind>()))
        {
            var word = char.ToLowerInvariant(name[0]) + name[1..];
            Assert.Contains($"\"{word}\"", schema, StringComparison.Ordinal);
            Assert.Contains($"`{word}`", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_schema_gives_every_setting_the_default_that_it_has()
    {
        var schema = JsonNode.Parse(Repository.ReadText("docs", "emulator-seed.schema.json"))!;
        var settings = schema["definitions"]!["settings"]!["properties"]!;
        var defaults = settings.AsObject().Select(setting => $"  {setting.Key}: {setting.Value!["default"]}");
        Assert.Equal(Settings.Length, defaults.Count());
        Assert.Equal(new EmulatorSettings(), EmulatorSeed.Parse("accounts: []\nsettings:\n" + string.Join('\n', defaults), "x").Settings);
    }

    [Fact]
    public void Every_setting_survives_export()
    {
        var odd = new EmulatorSettings
        {
            StaleAfterWrite = TimeSpan.FromMilliseconds(1.5), ModifyDuration = TimeSpan.FromMinutes(90),
            ModifyJitter = TimeSpan.FromTicks(1),
            ApplyAt = ApplyAt.Start, MaxSourcesPerAdd = 1, MaxSourcesPerRemove = 2, MaxSourcesPerSession = 3, AddLimitCode = "A.B",
            RemoveLimitCode = "C", ClockSkewTolerance = TimeSpan.FromHours(1), TokenLifetime = TimeSpan.FromHours(2),
            TokenProcessing = TimeSpan.FromSeconds(1), ReplayKeepsRequestId = false, DeletedInterfaceLeavesSessions = true,
            TagDelay = TimeSpan.FromSeconds(4), ReplyDelay = TimeSpan.FromSeconds(61), CallLogCapacity = 5,
            MaxSessionsPerInterface = 4, MaxSourcesPerSmallTarget = 5,
            MaxSourcesPerLargeTarget = 6, MaxSourcesPerLoadBalancer = 7, MaxRulesPerFilter = 8, MaxFilters = 9, MaxSessions = 10,
            MaxSessionsPerFilter = 11, SessionFullCode = "D", InterfaceFullCode = "E", TargetFullCode = "F", RuleQuotaCode = "G",
            FilterQuotaCode = "H", SessionQuotaCode = "I", FilterFullCode = "J", PriorityTakenCode = "K", SourceIsTargetCode = "L",
            FilterInUseCode = "M", UniquePriorities = !new EmulatorSettings().UniquePriorities, SourceMustDifferFromTarget = false,
            BusyAsOperationConflict = true, ArrearsGrace = TimeSpan.FromDays(30),
            InterfaceChangeDuration = TimeSpan.FromSeconds(9), InterfaceChangeJitter = TimeSpan.FromSeconds(8),
            SourceMustBeInUse = false, InterfaceNotInUseCode = "E.F",
            InterfaceRefusedCode = "G.H", MembersRefused = true, UnknownInterfaceRefused = true,
        };
        var usual = new EmulatorSettings();
        Assert.All(Settings, property => Assert.NotEqual(property.GetValue(usual), property.GetValue(odd)));
        Assert.Equal(odd, EmulatorSeed.Parse(new EmulatorSeed { Settings = odd }.ToYaml(), "x").Settings);
    }

    private static string Account(string region) =>
        $"""
        accounts:
          - name: main
            accessKeyId: k
            accessKeySecret: s
            regions:
              - id: cn-hongkong{(region.Length == 0 ? "" : "\n        " + region)}

        """;

    private static async Task<IReadOnlyCollection<object>> SchemaErrors(string yaml) =>
        [.. (await Schema.Value).Validate(YamlAsJson.Convert(yaml))];
}
