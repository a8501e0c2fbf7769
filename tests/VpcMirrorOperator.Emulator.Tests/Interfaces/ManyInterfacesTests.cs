using System.Diagnostics;
using System.Globalization;
using VpcMirrorOperator.Emulator.Interfaces;

namespace VpcMirrorOperator.Emulator.Tests.Interfaces;

/// <summary>10,000 interfaces and 1,000 sessions with ten sources each.</summary>
public class ManyInterfacesTests(ITestOutputHelper output)
{
    private const int Interfaces = 10_000;
    private const int Sessions = 1_000;

    /// <summary>The sessions that an account can have in a region.</summary>
    private const int Limit = 20_000;

    [Fact]
    public void All_are_listed_once_and_none_is_lost_in_an_export()
    {
        var stage = new EniStage(Seed());
        Assert.Equal(Interfaces, DescribeAll(stage).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Interfaces, stage.Emulator.Export(settle: false).Accounts[0].Regions[0].NetworkInterfaces!.Count);
    }

    [Fact]
    public void Twenty_thousand_sessions_are_listed_and_the_next_is_refused()
    {
        var stage = new EniStage(Seed(Limit, sources: 1));
        Assert.Equal(Limit, ListAll(stage));
        var refused = stage.Send(
            "CreateTrafficMirrorSession", "2016-04-28", ("RegionId", EniStage.Region), ("TrafficMirrorFilterId", "tmf-a"),
            ("Priority", "30000"), ("TrafficMirrorTargetId", "lb-1"), ("TrafficMirrorTargetType", "SLB"),
            ("TrafficMirrorSourceIds.1", Id(0)));
        Assert.Equal("QuotaExceeded.TrafficMirrorSession", refused.Code);
    }

    /// <summary>Prints the numbers of docs/benchmarks.md; run it with <c>-explicit only</c>.</summary>
    [Fact(Explicit = true)]
    public void Memory_and_time()
    {
        var stage = Started(() => Seed(), "");
        Measure("describe all, 500 a page, 20 calls", () => DescribeAll(stage));
        Measure("describe one instance, 1 call", () => stage.Ids(("InstanceId", "i-500"), ("MaxResults", "10")));
        (string, string)[] hundred = [.. Enumerable.Range(0, 100).Select(n => ($"NetworkInterfaceId.{n + 1}", Id(n * 97)))];
        Measure("describe 100 ids, 1 call", () => stage.Ids(hundred));
        Measure("list all sessions, 100 a page, 10 calls", () => ListAll(stage));
        Measure("match, 1 packet", () => stage.Emulator.Match("main", EniStage.Region, new(
            Id(5), IsIngress: true, 6, System.Net.IPAddress.Loopback, 1, System.Net.IPAddress.Loopback, 2)));
        Measure("bill", () => stage.Emulator.Bill());
        Measure("export and write", () => stage.Emulator.Export(settle: false).ToYaml());
        var full = Started(() => Seed(Limit, sources: 1), "20,000 sessions of one source: ");
        Measure("list all 20,000 sessions, 100 a page, 200 calls", () => ListAll(full));
        (string, string)[] byTarget = [("TrafficMirrorTargetId", "lb-7"), ("MaxResults", "100")];
        Measure("list the sessions of a target among 20,000, 1 call", () => full.Send(
            "ListTrafficMirrorSessions", "2016-04-28", [("RegionId", EniStage.Region), .. byTarget]));
    }

    private EniStage Started(Func<EmulatorSeed> seed, string what)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var stage = new EniStage(seed());
        stage.Describe();
        output.WriteLine($"{what}memory {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6:F1} MB");
        return stage;
    }

    /// <summary>The fastest of nine, after one to warm up.</summary>
    private void Measure(string name, Action act)
    {
        act();
        var best = Enumerable.Range(0, 9).Min(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            act();
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        });
        output.WriteLine($"{name}: {best.ToString("F2", CultureInfo.InvariantCulture)} ms");
    }

    private static List<string> DescribeAll(EniStage stage)
    {
        var (all, token) = (new List<string>(), "");
        do
        {
            var answer = stage.Describe(("MaxResults", "500"), ("NextToken", token));
            all.AddRange(EniStage.IdsOf(answer));
            token = answer.Body["NextToken"]!.GetValue<string>();
        }
        while (token.Length > 0);
        return all;
    }

    private static int ListAll(EniStage stage)
    {
        var count = 0;
        string? token = "";
        do
        {
            var answer = stage.Send(
                "ListTrafficMirrorSessions", "2016-04-28", ("RegionId", EniStage.Region), ("MaxResults", "100"), ("NextToken", token));
            var body = answer.Body;
            count += body["TrafficMirrorSessions"]!.AsArray().Count;
            token = body["NextToken"]?.GetValue<string>();
        }
        while (token is not null);
        return count;
    }

    private static EmulatorSeed Seed(int sessions = Sessions, int sources = 10) => new()
    {
        Accounts = [new("main", "LTAIemulatormain", "main-secret", null, [
            new(EniStage.Region, true, [.. Enumerable.Range(0, sessions).Select(number => Session(number, sources))])
            {
                Filters = [new FilterSeed { Id = "tmf-a" }],
                NetworkInterfaces = [.. Enumerable.Range(0, Interfaces).Select(Interface)],
            }])],
    };

    private static SessionSeed Session(int number, int sources) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"tms-{number:D5}"),
        Priority = number + 1,
        TargetId = string.Create(CultureInfo.InvariantCulture, $"lb-{number / 50}"),
        TargetType = "SLB",
        Sources = [.. Enumerable.Range(number * sources % Interfaces, sources).Select(Id)],
    };

    private static InterfaceSeed Interface(int number) => new()
    {
        Id = Id(number),
        InstanceId = string.Create(CultureInfo.InvariantCulture, $"i-{number / 10}"),
        Type = number % 10 == 0 ? InterfaceType.Primary : InterfaceType.Secondary,
        Status = InterfaceStatus.InUse,
        SecurityGroupIds = ["sg-1"],
        Tags = new InterfaceSeed { Id = "" }.Tags.Add("creator", "terway"),
    };

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"eni-{number:D5}");
}
