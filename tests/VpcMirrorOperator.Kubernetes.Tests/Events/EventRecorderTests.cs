using System.Text;
using VpcMirrorOperator.Kubernetes.Events;
using VpcMirrorOperator.Kubernetes.Tests.Support;

namespace VpcMirrorOperator.Kubernetes.Tests.Events;

/// <summary>What an event says, and how recording begins and ends.</summary>
public sealed class EventRecorderTests : IDisposable
{
    private readonly EventRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void An_event_has_what_kubectl_describe_shows_and_the_api_demands()
    {
        _rig.Run();
        _rig.Record("Added", "Added 3 sources.");
        Assert.Equal("POST /prefix/apis/events.k8s.io/v1/namespaces/ns/events?fieldManager=tester", _rig.Kube.Server.Requests[0]);
        var sent = _rig.Sent(0);
        Assert.Equal(("Normal", "Added", "Sync", "Added 3 sources."), (
            (string?)sent["type"], (string?)sent["reason"], (string?)sent["action"], (string?)sent["note"]));
        Assert.Equal(("example.com/test", "pod-1"), ((string?)sent["reportingController"], (string?)sent["reportingInstance"]));
        Assert.Equal("2026-03-01T12:00:00.000000Z", (string?)sent["eventTime"]);
        Assert.Equal("u", (string?)sent["regarding"]!["uid"]);
        Assert.StartsWith("p.", (string?)sent["metadata"]!["name"], StringComparison.Ordinal);
        Assert.Null(sent["series"]);
    }

    [Fact]
    public void More_than_a_thousand_waiting_events_are_dropped()
    {
        for (var i = 0; i < 1100; i++) _rig.Record("Added", $"note {i}");
        Assert.Equal(100, _rig.Recorder.Dropped);
        Assert.Equal(100, _rig.Losses[EventLoss.QueueFull]);
    }

    [Fact]
    public void What_was_dropped_is_said_once_a_minute_and_at_the_end()
    {
        for (var i = 0; i < 1100; i++) _rig.Record("Added", $"note {i}");
        _rig.Run();
        _rig.Kube.Advance(61);
        var told = Assert.Single(_rig.Kube.Log.FieldsOf(403));
        // Of one object, 25 are let through in a burst.
        Assert.Equal(_rig.Recorder.Dropped, told["Total"]);
        Assert.Equal(1075, _rig.Recorder.Dropped);
        _rig.Kube.Advance(3600);
        Assert.Single(_rig.Kube.Log.FieldsOf(403));
        for (var i = 0; i < 40; i++) _rig.Record("Bad", $"note {i}");
        _rig.Stop();
        Assert.Equal(2, _rig.Kube.Log.FieldsOf(403).Count());
    }

    [Fact]
    public void Shutdown_sends_what_waits_what_was_cut_off_and_the_counts()
    {
        _rig.Kube.Server.Then("{}").Then("{}").Then(ScriptedServer.Error(500, "InternalError"));
        _rig.Run();
        for (var i = 0; i < 5; i++) _rig.Record("Added", "series");
        _rig.Record("Added", "cut off");
        _rig.Record("Added", "waits");
        _rig.Stop();
        _rig.Kube.Advance(1);
        Assert.True(_rig.Running.IsCompletedSuccessfully);
        Assert.Equal(["POST", "PATCH", "POST", "POST", "PATCH", "POST"], _rig.Verbs);
        Assert.Equal(5, _rig.Count(4));
        _rig.Record("Added", "too late");
        Assert.Equal(6, _rig.Kube.Server.Requests.Count);
    }

    [Fact]
    public void A_flush_that_hangs_is_given_up_after_five_seconds()
    {
        _rig.Kube.Server.Otherwise = null;
        _rig.Run();
        _rig.Record("Added", "note");
        _rig.Stop();
        _rig.Kube.Advance(5.1);
        Assert.True(_rig.Running.IsCompletedSuccessfully);
    }

    [Fact]
    public void A_long_note_is_cut_at_a_character_within_the_limit_of_the_api()
    {
        _rig.Run();
        _rig.Record("Added", new string('é', 2000));
        var note = (string)_rig.Sent(0)["note"]!;
        Assert.InRange(Encoding.UTF8.GetByteCount(note), 1020, 1024);
        Assert.Equal("é…", note[^2..]);
    }

    [Fact]
    public void Events_about_a_cluster_scoped_object_go_to_the_default_namespace()
    {
        _rig.Run();
        _rig.Record(EventRig.Pod with { Namespace = "" }, "Added", "note");
        Assert.Contains("/namespaces/default/events", _rig.Kube.Server.Requests[0], StringComparison.Ordinal);
    }
}
