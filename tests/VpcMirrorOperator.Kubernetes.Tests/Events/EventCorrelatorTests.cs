using VpcMirrorOperator.Kubernetes.Tests.Support;

namespace VpcMirrorOperator.Kubernetes.Tests.Events;

/// <summary>What is new, what is a repetition, and what is too much.</summary>
public sealed class EventCorrelatorTests : IDisposable
{
    private readonly EventRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void The_same_again_is_counted_in_a_series_and_the_final_count_written_when_it_ends()
    {
        _rig.Run();
        for (var i = 0; i < 10; i++)
        {
            _rig.Record("Added", "same");
            _rig.Kube.Advance(60);
        }

        Assert.Equal(["POST", "PATCH"], _rig.Verbs);
        Assert.Equal(2, _rig.Count(1));
        _rig.Kube.Advance(7 * 60);
        Assert.Equal(["POST", "PATCH", "PATCH"], _rig.Verbs);
        Assert.Equal((10, "2026-03-01T12:09:00.000000Z"), (_rig.Count(2), (string?)_rig.Sent(2)["series"]!["lastObservedTime"]));
        _rig.Record("Added", "same");
        Assert.Equal("POST", _rig.Verbs.Last());
    }

    [Fact]
    public void A_long_series_is_written_every_half_hour()
    {
        _rig.Run();
        for (var i = 0; i < 31; i++)
        {
            _rig.Record("Added", "same");
            _rig.Kube.Advance(60);
        }

        Assert.Equal(["POST", "PATCH", "PATCH"], _rig.Verbs);
    }

    [Fact]
    public void Another_note_is_another_event()
    {
        _rig.Run();
        _rig.Record("Added", "one");
        _rig.Record("Added", "two");
        Assert.Equal(["POST", "POST"], _rig.Verbs);
        Assert.NotEqual((string?)_rig.Sent(0)["metadata"]!["name"], (string?)_rig.Sent(1)["metadata"]!["name"]);
    }

    [Fact]
    public void An_object_that_floods_is_held_back_and_others_are_not()
    {
        _rig.Run();
        for (var i = 0; i < 40; i++) _rig.Record("Added", $"note {i}");
        Assert.Equal((25, 15L), (_rig.Kube.Server.Requests.Count, _rig.Recorder.Dropped));
        _rig.Record(EventRig.Pod with { Name = "q" }, "Bad", "note");
        Assert.Equal(26, _rig.Kube.Server.Requests.Count);
        _rig.Kube.Advance(301);
        _rig.Record("Added", "later");
        _rig.Record("Added", "and later");
        Assert.Equal(27, _rig.Kube.Server.Requests.Count);
    }

    [Fact]
    public void A_series_whose_event_the_server_has_forgotten_is_stored_anew()
    {
        _rig.Kube.Server.Then("{}").Then(ScriptedServer.Error(404, "NotFound"));
        _rig.Run();
        _rig.Record("Added", "same");
        _rig.Record("Added", "same");
        Assert.Equal(["POST", "PATCH", "POST"], _rig.Verbs);
        Assert.Equal(2, _rig.Count(2));
    }
}
