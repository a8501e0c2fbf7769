using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace VpcMirrorOperator.Emulator.Tests.Support;

/// <summary>An emulator on virtual time whose one region declares its network interfaces, and short ways to call it.</summary>
internal sealed class EniStage
{
    public const string Region = "cn-hongkong";

    public const string EcsVersion = "2014-05-26";

    private int _nonces;

    public EniStage(string interfaces, string settings = "", string more = "", string sources = "[]", int randomSeed = 0) =>
        Emulator = new(EmulatorSeed.Parse(Yaml(interfaces, settings, more, sources), "stage"), Time, randomSeed);

    public EniStage(EmulatorSeed seed) => Emulator = new(seed, Time);

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 22, 21, 0, 0, TimeSpan.Zero));

    public VpcEmulator Emulator { get; }

    public static string Yaml(string interfaces, string settings = "", string more = "", string sources = "[]") =>
        $$"""
        settings: { modifyDuration: 3s, interfaceChangeDuration: 2s{{(settings.Length == 0 ? "" : ", " + settings)}} }
        accounts:
          - name: main
            accessKeyId: LTAIemulatormain
            accessKeySecret: main-secret
            regions:
              - id: cn-hongkong
                networkInterfaces: {{interfaces.ReplaceLineEndings(" ")}}
                sessions: [{ id: tms-a, sources: {{sources}} }]
                {{more}}
        """;

    public Answer Ecs(string action, params (string Name, string Value)[] parameters) =>
        Send(action, EcsVersion, [("RegionId", Region), .. parameters]);

    public Answer Describe(params (string Name, string Value)[] parameters) => Ecs("DescribeNetworkInterfaces", parameters);

    /// <summary>The ids of an answer, in its order.</summary>
    public string[] Ids(params (string Name, string Value)[] parameters) => IdsOf(Describe(parameters));

    public static string[] IdsOf(Answer answer) => [.. Set(answer).Select(one => one!["NetworkInterfaceId"]!.GetValue<string>())];

    public static JsonArray Set(Answer answer) => answer.Body["NetworkInterfaceSets"]!["NetworkInterfaceSet"]!.AsArray();

    public JsonNode One(string id) => Set(Describe(("NetworkInterfaceId.1", id))).Single()!;

    public string? StatusOf(string id) =>
        Set(Describe(("NetworkInterfaceId.1", id))).SingleOrDefault()?["Status"]!.GetValue<string>();

    public Answer Add(params string[] ids) => Write("AddSourcesToTrafficMirrorSession", ids);

    public Answer Remove(params string[] ids) => Write("RemoveSourcesFromTrafficMirrorSession", ids);

    public string Churn(InterfaceChange change) => Emulator.ChangeNetworkInterface("main", Region, change);

    public IReadOnlyCollection<string> Sources => Emulator.Snapshot().Find("main", Region, "tms-a")!.Sources;

    public void Pass(double seconds) => Time.Advance(TimeSpan.FromSeconds(seconds));

    public Answer Send(string action, string version, params (string Name, string Value)[] parameters)
    {
        var nonce = (++_nonces).ToString("x8", CultureInfo.InvariantCulture);
        return new(Emulator.Handle(Caller.Main.Sign(action, Time.GetUtcNow(), nonce, parameters, version: version)));
    }

    private Answer Write(string action, string[] ids) => Send(
        action, "2016-04-28", [("RegionId", Region), ("TrafficMirrorSessionId", "tms-a"), .. Stage.Indexed(ids)]);
}
