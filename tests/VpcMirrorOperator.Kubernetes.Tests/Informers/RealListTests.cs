using VpcMirrorOperator.Kubernetes.Informers;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Kubernetes.Tests.Support;
using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.ApiServers;

namespace VpcMirrorOperator.Kubernetes.Tests.Informers;

/// <summary>The same list and the same changes on servers that stream lists and on one that is listed in pages.</summary>
public class RealListTests(ApiServers servers)
{
    private const int Objects = 25;

    // 1.20 does not know initial events, and refuses what belongs to them.
    private static readonly string[] InPages = ["stream 422", "page 200", "page 200", "page 200", "watch 200"];
    private static readonly string[] Streamed = ["stream 200"];

    [Theory, MemberData(nameof(ApiServers.Versions), MemberType = typeof(ApiServers))]
    public async Task All_objects_are_seen_and_followed_over_whatever_the_server_offers(string version)
    {
        var requests = await FollowAsync(await servers.GetAsync(version));
        var expected = version switch
        {
            "1.20" => InPages,
            "1.36" => Streamed,
            _ => requests[0] == Streamed[0] ? Streamed : InPages,
        };
        Assert.Equal(expected, requests);
    }

    [Theory, MemberData(nameof(ApiServers.Versions), MemberType = typeof(ApiServers))]
    public async Task A_server_whose_feature_is_off_is_listed_in_pages(string version)
    {
        Assert.SkipUnless(version == "1.36", "the feature cannot be turned off there");
        var server = await servers.GetAsync(version, "paged", "--feature-gates=WatchList=false");
        Assert.Equal(InPages, await FollowAsync(server));
    }

    /// <summary>Lists a collection, and sees one object come, one go and one change.</summary>
    /// <returns>The requests of the informer.</returns>
    private static async Task<string[]> FollowAsync(ApiServerFixture server)
    {
        using var cluster = await RealCluster.OpenAsync(server);
        for (var i = 0; i < Objects; i++) await cluster.Create($"w{i}");
        using var stop = new CancellationTokenSource();
        var informer = new Informer<Widget>(cluster.Client, Follow(cluster), TimeProvider.System, new Random(1), new RecordedLog());
        var before = cluster.Requests.Count;
        var running = informer.RunAsync(stop.Token);
        await informer.Synced.WaitAsync(RealCluster.Patience());
        Assert.Equal(Objects, informer.List().Count);
        await cluster.Create("later");
        await cluster.Delete("w0", null);
        await cluster.Patch("w1", """{"data":{"colour":"blue"}}""");
        Widget? Found(string name) => informer.Find(new ObjectKey(cluster.Namespace, name));
        await Eventually.TrueAsync(
            () => Found("later") is not null && Found("w0") is null && Found("w1")!.Data["colour"] == "blue", "the changes are seen");
        await stop.CancelAsync();
        await running;
        return [.. cluster.Requests.Skip(before).Where(IsRead).Select(Kind)];
    }

    private static bool IsRead(string request) => request.StartsWith("GET ", StringComparison.Ordinal);

    private static string Kind(string request)
    {
        var status = request[(request.LastIndexOf(' ') + 1)..];
        if (request.Contains("sendInitialEvents=true", StringComparison.Ordinal)) return $"stream {status}";
        return request.Contains("watch=true", StringComparison.Ordinal) ? $"watch {status}" : $"page {status}";
    }

    private static InformerOptions<Widget> Follow(RealCluster cluster) => new()
    {
        Resource = Widget.Path,
        Type = WidgetJson.Default.Widget,
        Meta = w => w.Metadata,
        Namespaces = [cluster.Namespace],
        PageSize = 10,
    };
}
