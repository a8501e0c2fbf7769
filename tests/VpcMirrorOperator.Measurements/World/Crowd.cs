using System.Collections.ObjectModel;
using System.Globalization;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Settings;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.Measurements.World;

/// <summary>
/// Numbered sessions, and an object for each that declares it as it is: nothing is to be changed in the cloud. Ten sources each.
/// </summary>
internal static class Crowd
{
    private const int SourcesEach = 10;
    private static readonly string[] Regions =
    [
        "cn-hangzhou", "cn-shanghai", "cn-beijing", "cn-shenzhen", "cn-chengdu", "cn-hongkong", "ap-southeast-1", "ap-northeast-1",
        "eu-central-1", "us-west-1",
    ];

    /// <summary>The cloud with sessions 0 to <paramref name="count"/> - 1, spread evenly over the regions.</summary>
    public static EmulatorSeed Seed(int count)
    {
        var sessions = Enumerable.Range(0, count).ToLookup(RegionOf, i => new SessionSeed
        {
            Id = SessionId(i),
            Priority = i + 1,
            Sources = [.. Sources(i)],
        });
        var (id, secret) = (
            EmulatorCredentials.Variables["ALIBABA_CLOUD_ACCESS_KEY_ID"], EmulatorCredentials.Variables["ALIBABA_CLOUD_ACCESS_KEY_SECRET"]);
        return new EmulatorSeed
        {
            Settings = EmulatorSettings.RaisedQuotas,
            Accounts = [new AccountSeed(
                "crowd", id, secret, null, [.. Regions.Select(region => new RegionSeed(region, true, [.. sessions[region]]))])],
        };
    }

    /// <summary>The object of one session.</summary>
    /// <param name="index">The session.</param>
    /// <param name="driftCheckInterval">Of the spec.</param>
    /// <param name="note">Length of an annotation that nobody reads; 0 for none.</param>
    public static TrafficMirrorSession Declare(int index, TimeSpan? driftCheckInterval, int note = 0) => new()
    {
        Metadata = new ObjectMeta
        {
            Namespace = "default",
            Name = Numbered($"session-{index:00000}"),
            Annotations = note == 0
                ? ReadOnlyDictionary<string, string>.Empty
                : new Dictionary<string, string> { ["note"] = new('x', note) },
        },
        Spec = new TrafficMirrorSessionSpec
        {
            RegionId = RegionOf(index),
            TrafficMirrorSessionId = SessionId(index),
            SourceIds = Sources(index),
            DriftCheckInterval = driftCheckInterval,
        },
    };

    /// <summary>The sources of a session after an edit that replaces one of them.</summary>
    public static string[] OtherSources(int index) => [.. Sources(index).Skip(1), Numbered($"eni-bp1another{index:0000000000}")];

    private static string RegionOf(int index) => Regions[index % Regions.Length];

    private static string SessionId(int index) => Numbered($"tms-bp1measured{index:000000000}");

    private static string[] Sources(int index) =>
        [.. Enumerable.Range(0, SourcesEach).Select(source => Numbered($"eni-bp1measured{(index * SourcesEach) + source:000000000}"))];

    private static string Numbered(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
