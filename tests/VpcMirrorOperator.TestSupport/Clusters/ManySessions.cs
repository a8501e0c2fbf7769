using System.Globalization;
using System.Text;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Settings;

namespace VpcMirrorOperator.TestSupport.Clusters;

/// <summary>Any number of sessions and the objects for them: three sources each, of which the first sessions lack the last one.</summary>
public static class ManySessions
{
    private const int SourcesEach = 3;
    private const string Region = "cn-hangzhou";

    /// <summary>The cloud.</summary>
    /// <param name="count">Number of sessions.</param>
    /// <param name="incomplete">How many of them lack a source.</param>
    public static EmulatorSeed Seed(int count, int incomplete) => new()
    {
        Settings = EmulatorSettings.RaisedQuotas with { ModifyDuration = TimeSpan.FromMilliseconds(200), MaxSourcesPerAdd = 10 },
        Accounts =
        [
            new AccountSeed(
                "demo", EmulatorCredentials.Variables["ALIBABA_CLOUD_ACCESS_KEY_ID"],
                EmulatorCredentials.Variables["ALIBABA_CLOUD_ACCESS_KEY_SECRET"], null,
                [new RegionSeed(Region, true,
                    [.. Enumerable.Range(0, count).Select(n => Session(n, n < incomplete ? SourcesEach - 1 : SourcesEach))])]),
        ],
    };

    /// <summary>The source that an incomplete session lacks.</summary>
    public static string Missing(int number) => Source(number, SourcesEach - 1);

    /// <summary>One object, as JSON.</summary>
    /// <param name="number">Of its session.</param>
    /// <param name="ns">Its namespace.</param>
    /// <param name="shard">Value of its label.</param>
    /// <param name="name">Its name; null for one that tells the number.</param>
    public static string Manifest(int number, string ns = "default", string shard = "1", string? name = null)
    {
        var ids = string.Join(',', Enumerable.Range(0, SourcesEach).Select(n => $"\"{Source(number, n)}\""));
        return $$"""
            {"apiVersion": "vpcmirror.io/v1alpha1", "kind": "TrafficMirrorSession",
             "metadata": {"name": "{{name ?? $"many-{number}"}}", "namespace": "{{ns}}", "labels": {"shard": "{{shard}}"} },
             "spec": {"regionId": "{{Region}}", "trafficMirrorSessionId": "{{Id(number)}}", "sourceIds": [{{ids}}]} }
            """;
    }

    /// <summary>All objects as one stream of documents.</summary>
    public static string Manifests(int count)
    {
        var text = new StringBuilder();
        for (var number = 0; number < count; number++) text.Append(Manifest(number)).Append("\n---\n");
        return text.ToString();
    }

    private static SessionSeed Session(int number, int sources) => new()
    {
        Id = Id(number),
        Priority = (number % 32766) + 1,
        Sources = [.. Enumerable.Range(0, sources).Select(n => Source(number, n))],
    };

    private static string Id(int number) => "tms-many" + number.ToString("D6", CultureInfo.InvariantCulture);

    private static string Source(int number, int n) => string.Create(CultureInfo.InvariantCulture, $"eni-many{number:D6}s{n}");
}
