using System.Text;
using System.Text.Json.Nodes;
using VpcMirrorOperator.Kubernetes.Events;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Kubernetes.Tests.Stand;

namespace VpcMirrorOperator.Kubernetes.Tests.Events;

public sealed class EventRecorderTests : IDisposable
{
    private static readonly ObjectReference Pod = new() { ApiVersion = "v1", Kind = "Pod", Namespace = "ns", Name = "p", Uid = "u" };
    private readonly KubeRig _rig = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly EventRecorder _recorder;
    private Task _running = Task.CompletedTask;

    public EventRecorderTests()
    {
        _rig.Server.Otherwise = _ => ScriptedServer.Json("{}");
        _recorder = new EventRecorder(
            _rig.Client, new EventRecorderOptions { Controller = "example.com/test", Instance = "pod-1" }, _rig.Time, _rig.Log);
    }

    private IEnumerable<string> Verbs => _rig.Server.Requests.Select(r => r.Split(' ')[0]);

    public void Dispose()
    {
        _stop.Dispose();
        _rig.Dispose();
    }

    [Fact]
    public void An_event_has_what_kubectl_describe_shows_and_the_api_demands()
    {
        Run();
        Record("Added", "Added 3 sources.");
        Assert.Equal("POST /prefix/apis/events.k8s.io/v1/namespaces/ns/events?fieldManager=tester", _rig.Server.Requests[0]);
        var sent = Sent(0);
        Assert.Equal(("Normal", "Added", "Sync", "Added 3 sources."), (
            (string?)sent["type"], (string?)sent["reason"], (string?)sent["action"], (string?)sent["note"]));
        Assert.Equal(("example.com/test", "pod-1"), ((string?)sent["reportingController"], (string?)sent["reportingInstance"]));
        Assert.Equal("2026-03-01T12:00:00.000000Z", (string?)sent["eventTime"]);
        Assert.Equal("u", (string?)sent["regarding"]!["uid"]);
        Assert.StartsWith("p.", (string?)sent["metadata"]!["name"], StringComparison.Ordinal);
        Assert.Null(sent["series"]);
    }

    [Fact]
    public void The_same_again_is_counted_in_a_series_and_the_final_count_written_when_it_ends()
    {
        Run();
        for (var i = 0; i < 10; i++)
        {
            Record("Added", "same");
            _rig.Advance(60);
        }

        Assert.Equal(["POST", "PATCH"], Verbs);
        Assert.Equal(2, Count(1));
        _rig.Advance(7 * 60);
        Assert.Equal(["POST", "PATCH", "PATCH"], Verbs);
        Assert.Equal((10, "2026-03-01T12:09:00.000000Z"), (Count(2), (string?)Sent(2)["series"]!["lastObservedTime"]));
        Record("Added", "same");
        Assert.Equal("POST", Verbs.Last());
    }

    [Fact]
    public void A_long_series_is_written_every_half_hour()
    {
        Run();
        for (var i = 0; i < 31; i++)
        {
            Record("Added", "same");
            _rig.Advance(60);
        }

        Assert.Equal(["POST", "PATCH", "PATCH"], Verbs);
    }

    [Fact]
    public void Another_note_is_another_event()
    {
        Run();
        Record("Added", "one");
        Record("Added", "two");
        Assert.Equal(["POST", "POST"], Verbs);
        Assert.NotEqual((string?)Sent(0)["metadata"]!["name"], (string?)Sent(1)["metadata"]!["name"]);
    }

    [Fact]
    public void An_object_that_floods_is_held_back_and_others_are_not()
    {
        Run();
        for (var i = 0; i < 40; i++) Record("Added", $"note {i}");
        Assert.Equal((25, 15L), (_rig.Server.Requests.Count, _recorder.Dropped));
        _rig.Do(() => _recorder.Record(Pod with { Name = "q" }, EventType.Warning, "Bad", "Sync", "note"));
        Assert.Equal(26, _rig.Server.Requests.Count);
        _rig.Advance(301);
        Record("Added", "later");
        Record("Added", "and later");
        Assert.Equal(27, _rig.Server.Requests.Count);
    }

    [Fact]
    public void More_than_a_thousand_waiting_events_are_dropped()
    {
        for (var i = 0; i < 1100; i++) Record("Added", $"note {i}");
        Assert.Equal(100, _recorder.Dropped);
    }

    [Fact]
    public void A_server_that_fails_is_tried_again_every_ten_seconds_up_to_twelve_times()
    {
        _rig.Server.Otherwise = _ => ScriptedServer.Error(500, "InternalError");
        Run();
        Record("Added", "note");
        _rig.Advance(9.9);
        Assert.Single(_rig.Server.Requests);
        _rig.Advance(300);
        Assert.Equal((12, 1L), (_rig.Server.Requests.Count, _recorder.Dropped));
        Assert.Contains(_rig.Log.Lines, l => l.Id == 401);
    }

    [Fact]
    public void A_refused_event_is_dropped_at_once_and_the_next_one_goes_on()
    {
        _rig.Server.Then(ScriptedServer.Error(403, "Forbidden"));
        Run();
        Record("Added", "refused");
        Record("Added", "taken");
        Assert.Equal((2, 1L), (_rig.Server.Requests.Count, _recorder.Dropped));
    }

    [Fact]
    public void A_series_whose_event_the_server_has_forgotten_is_stored_anew()
    {
        _rig.Server.Then("{}").Then(ScriptedServer.Error(404, "NotFound"));
        Run();
        Record("Added", "same");
        Record("Added", "same");
        Assert.Equal(["POST", "PATCH", "POST"], Verbs);
        Assert.Equal(2, Count(2));
    }

    [Fact]
    public void Shutdown_sends_what_waits_what_was_cut_off_and_the_counts()
    {
        _rig.Server.Then("{}").Then("{}").Then(ScriptedServer.Error(500, "InternalError"));
        Run();
        for (var i = 0; i < 5; i++) Record("Added", "series");
        Record("Added", "cut off");
        Record("Added", "waits");
        _rig.Do(_stop.Cancel);
        _rig.Advance(1);
        Assert.True(_running.IsCompletedSuccessfully);
        Assert.Equal(["POST", "PATCH", "POST", "POST", "PATCH", "POST"], Verbs);
        Assert.Equal(5, Count(4));
        Record("Added", "too late");
        Assert.Equal(6, _rig.Server.Requests.Count);
    }

    [Fact]
    public void A_flush_that_hangs_is_given_up_after_five_seconds()
    {
        _rig.Server.Otherwise = null;
        Run();
        Record("Added", "note");
        _rig.Do(_stop.Cancel);
        _rig.Advance(5.1);
        Assert.True(_running.IsCompletedSuccessfully);
    }

    [Fact]
    public void A_long_note_is_cut_at_a_character_within_the_limit_of_the_api()
    {
        Run();
        Record("Added", new string('é', 2000));
        var note = (string)Sent(0)["note"]!;
        Assert.InRange(Encoding.UTF8.GetByteCount(note), 1020, 1024);
        Assert.Equal("é…", note[^2..]);
    }

    [Fact]
    public void Events_about_a_cluster_scoped_object_go_to_the_default_namespace()
    {
        Run();
        _rig.Do(() => _recorder.Record(Pod with { Namespace = "" }, EventType.Normal, "Added", "Sync", "note"));
        Assert.Contains("/namespaces/default/events", _rig.Server.Requests[0], StringComparison.Ordinal);
    }

    private void Run() => _running = _rig.Start(() => _recorder.RunAsync(_stop.Token));

    private void Record(string reason, string note) => _rig.Do(() => _recorder.Record(Pod, EventType.Normal, reason, "Sync", note));

    private JsonNode Sent(int request) => JsonNode.Parse(_rig.Server.Bodies[request]!)!;

    private int Count(int request) => (int)Sent(request)["series"]!["count"]!;
}
