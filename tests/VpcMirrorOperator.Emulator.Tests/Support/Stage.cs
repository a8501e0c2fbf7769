using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace VpcMirrorOperator.Emulator.Tests.Support;

/// <summary>An emulator on virtual time with the accounts that the tests use, and short ways to call it.</summary>
internal sealed class Stage
{
    public const string Region = "cn-hongkong";
    public const string Session = "tms-a";

    private int _nonces;

    public Stage(string settings = "", string sources = "[eni-1, eni-2]", string extra = "", int randomSeed = 0)
    {
        Emulator = new(EmulatorSeed.Parse(Yaml(settings, sources, extra), "stage"), Time, randomSeed);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 22, 21, 0, 0, TimeSpan.Zero));

    public VpcEmulator Emulator { get; }

    public SnapshotSession State => Emulator.Snapshot().Find("main", Region, Session)!;

    public static string Yaml(string settings = "", string sources = "[]", string extra = "") =>
        $$"""
        settings: { modifyDuration: 3s{{(settings.Length == 0 ? "" : ", " + settings)}} }
        accounts:
          - name: main
            accessKeyId: LTAIemulatormain
            accessKeySecret: main-secret
            regions:
              - id: cn-hongkong
                sessions:
                  - id: tms-a
                    sources: {{sources}}
                  - { id: tms-b, name: second, enabled: false, priority: 2, virtualNetworkId: 7, tags: { team: ids } }
              - { id: cn-shenzhen, serviceOpened: false, sessions: [{ id: tms-closed }] }
          - name: sts
            accessKeyId: STS.emulatorsts
            accessKeySecret: sts-secret
            securityToken: sts-token
            regions: [{ id: cn-hongkong, sessions: [{ id: tms-a }] }]
        {{extra}}
        """;

    public string Nonce() => (++_nonces).ToString("x8", CultureInfo.InvariantCulture);

    public Answer Send(EmulatorRequest request) => new(Emulator.Handle(request));

    public Answer Call(string action, params (string Name, string Value)[] parameters) => CallAs(Caller.Main, action, parameters);

    public Answer CallAs(Caller caller, string action, params (string Name, string Value)[] parameters) =>
        Send(caller.Sign(action, Time.GetUtcNow(), Nonce(), parameters));

    public Answer Add(params string[] ids) => Write("AddSourcesToTrafficMirrorSession", ids);

    public Answer Remove(params string[] ids) => Write("RemoveSourcesFromTrafficMirrorSession", ids);

    public Answer Write(string action, string[] ids, params (string Name, string Value)[] more) =>
        Call(action, [("RegionId", Region), ("TrafficMirrorSessionId", Session), .. Indexed(ids), .. more]);

    public Answer List(params (string Name, string Value)[] more) =>
        Call("ListTrafficMirrorSessions", [("RegionId", Region), .. more]);

    public JsonNode Listed(string id = Session) =>
        List(("TrafficMirrorSessionIds.1", id)).Body["TrafficMirrorSessions"]!.AsArray().Single()!;

    public string ListedStatus => Listed()["TrafficMirrorSessionStatus"]!.GetValue<string>();

    public string[] ListedSources => [.. Listed()["TrafficMirrorSourceIds"]!.AsArray().Select(id => id!.GetValue<string>())];

    public void Pass(double seconds) => Time.Advance(TimeSpan.FromSeconds(seconds));

    public static IEnumerable<(string Name, string Value)> Indexed(string[] ids) =>
        ids.Select((id, i) => ($"TrafficMirrorSourceIds.{i + 1}", id));

    public static string[] Ids(int count, int from = 100) => [.. Enumerable.Range(from, count).Select(i => $"eni-{i}")];
}
