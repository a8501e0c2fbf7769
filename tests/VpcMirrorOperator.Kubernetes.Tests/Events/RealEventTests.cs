using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Events;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Kubernetes.Tests.Support;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.Kubernetes.Tests.Events;

public class RealEventTests(ApiServers servers)
{
    private static readonly ResourcePath Events = new("events.k8s.io", "v1", "events");

    [Theory, MemberData(nameof(ApiServers.Versions), MemberType = typeof(ApiServers))]
    public async Task An_event_and_its_series_are_stored(string version)
    {
        using var cluster = await RealCluster.OpenAsync(await servers.GetAsync(version));
        var about = await cluster.Create("about");
        var options = new EventRecorderOptions { Controller = "example.com/test", Instance = "pod-1" };
        var recorder = new EventRecorder(cluster.Client, options, TimeProvider.System, new RecordedLog());
        var regarding = new ObjectReference
        {
            ApiVersion = "v1", Kind = "ConfigMap", Namespace = cluster.Namespace, Name = "about", Uid = about.Metadata.Uid,
        };
        for (var i = 0; i < 3; i++) recorder.Record(regarding, EventType.Warning, "Refused", "Sync", "The cloud refused it.");
        using var stop = new CancellationTokenSource();
        var running = recorder.RunAsync(stop.Token);
        await stop.CancelAsync();
        await running;

        Assert.Equal(0, recorder.Dropped);
        var page = await cluster.Client.ListAsync(
            Events.In(cluster.Namespace), new ListOptions(), WidgetJson.Default.JsonObject, RealCluster.Patience());
        var stored = Assert.Single(page.Items);
        Assert.Equal(("Warning", "Refused", "The cloud refused it."), (
            (string?)stored["type"], (string?)stored["reason"], (string?)stored["note"]));
        Assert.Equal(3, (int)stored["series"]!["count"]!);
    }
}
