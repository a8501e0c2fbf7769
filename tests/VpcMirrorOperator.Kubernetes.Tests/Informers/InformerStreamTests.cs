using Moq;
using VpcMirrorOperator.Kubernetes.Tests.Support;

namespace VpcMirrorOperator.Kubernetes.Tests.Informers;

/// <summary>The list that is the beginning of a watch, and what is done where it is not offered or does not end.</summary>
public sealed class InformerStreamTests : IDisposable
{
    private const string Pages = "GET /prefix/api/v1/configmaps?limit=500";
    private readonly InformerRig _rig = new(o => o with { StreamsLists = true });

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void All_objects_come_as_events_and_the_same_watch_goes_on()
    {
        var body = Run();
        Assert.StartsWith(
            InformerRig.Streaming + "resourceVersionMatch=NotOlderThan&timeoutSeconds=", _rig.Requests[0], StringComparison.Ordinal);
        Send(body, "ADDED", Widget.Named("a", "red", "3"));
        Send(body, "ADDED", Widget.Named("b", "blue", "2"));
        End(body, "10");
        Assert.Equal(["a ->red", "b ->blue"], _rig.Changes);
        Assert.True(_rig.Informer.HasSynced);
        _rig.Metrics.Verify(m => m.Listed(2), Times.Once);
        Send(body, "MODIFIED", Widget.Named("a", "green", "11"));
        Assert.Equal("a red>green", _rig.Changes[^1]);
        Assert.Single(_rig.Requests);
    }

    [Fact]
    public void Nothing_is_told_before_the_mark_however_many_objects_are_there()
    {
        var body = Run();
        Send(body, "ADDED", Widget.Named("a"));
        Assert.Empty(_rig.Changes);
        Assert.False(_rig.Informer.HasSynced);
        Assert.Empty(_rig.Informer.List());
    }

    [Fact]
    public void A_collection_without_objects_is_complete_only_with_the_mark()
    {
        var body = Run();
        _rig.Kube.Advance(20);
        Assert.False(_rig.Informer.HasSynced);
        End(body, "10");
        Assert.True(_rig.Informer.HasSynced);
        _rig.Metrics.Verify(m => m.Listed(0), Times.Once);
    }

    [Fact]
    public void Changes_between_the_initial_events_count_in_their_order()
    {
        var body = Run();
        Send(body, "ADDED", Widget.Named("a", "red", "1"));
        Send(body, "ADDED", Widget.Named("b", "red", "2"));
        Send(body, "MODIFIED", Widget.Named("a", "blue", "11"));
        Send(body, "DELETED", Widget.Named("b", "red", "12"));
        Send(body, "ADDED", Widget.Named("c", "red", "13"));
        Send(body, "DELETED", Widget.Named("c", "red", "14"));
        Send(body, "ADDED", Widget.Named("c", "green", "15"));
        End(body, "15");
        Assert.Equal("blue", _rig.Informer.Find(InformerRig.Key("a"))!.Data["colour"]);
        Assert.Equal("green", _rig.Informer.Find(InformerRig.Key("c"))!.Data["colour"]);
        Assert.Null(_rig.Informer.Find(InformerRig.Key("b")));
        Assert.Equal(2, _rig.Informer.List().Count);
        _rig.Metrics.Verify(m => m.Listed(2), Times.Once);
    }

    [Fact]
    public void After_an_expired_version_deletions_are_noticed_and_what_is_the_same_is_not_told()
    {
        var second = Again(Widget.Named("a", "red", "1"), Widget.Named("b", "red", "2"), Widget.Named("c", "red", "3"));
        Assert.StartsWith(
            InformerRig.Streaming + "resourceVersion=10&resourceVersionMatch=NotOlderThan&", _rig.Requests[^1], StringComparison.Ordinal);
        Send(second, "ADDED", Widget.Named("a", "red", "1"));
        Send(second, "ADDED", Widget.Named("b", "blue", "40"));
        Assert.Empty(_rig.Changes);
        End(second, "50");
        Assert.Equal(["b red>blue", "c red>-"], _rig.Changes);
    }

    [Fact]
    public void An_object_that_was_deleted_while_the_list_came_is_told_to_be_gone()
    {
        var second = Again(Widget.Named("a", "red", "1"), Widget.Named("b", "red", "2"));
        Send(second, "ADDED", Widget.Named("a", "red", "1"));
        Send(second, "DELETED", Widget.Named("a", "red", "45"));
        Send(second, "ADDED", Widget.Named("b", "red", "2"));
        End(second, "50");
        Assert.Equal(["a red>-"], _rig.Changes);
    }

    [Fact]
    public void An_object_that_cannot_be_read_is_kept_as_it_was()
    {
        var second = Again(Widget.Named("a", "red", "1"));
        _rig.Kube.Do(() => second.Event("ADDED", """{"metadata":{"name":"a","namespace":"ns","resourceVersion":"40"},"data":7}"""));
        End(second, "50");
        Assert.Empty(_rig.Changes);
        _rig.Metrics.Verify(m => m.Undecodable(), Times.Once);
    }

    [Fact]
    public void A_watch_that_began_with_a_list_is_taken_up_at_its_last_version_without_one()
    {
        var body = Run();
        Send(body, "ADDED", Widget.Named("a", "red", "3"));
        End(body, "10");
        _rig.Kube.Do(() => body.Event("BOOKMARK", """{"metadata":{"resourceVersion":"42"}}"""));
        _rig.Kube.Advance(2);
        _rig.Kube.Do(body.End);
        Assert.StartsWith(InformerRig.WatchFrom + "42&", _rig.Requests[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(422, "Invalid")]
    [InlineData(400, "BadRequest")]
    public void A_server_that_refuses_it_is_listed_in_pages_at_once_and_never_asked_again(int code, string reason)
    {
        _rig.Kube.Server.Then(ScriptedServer.Error(code, reason, "sendInitialEvents is forbidden"))
            .Then(InformerRig.List("10", Widget.Named("a")));
        var body = _rig.ThenWatch();
        _rig.Run();
        Assert.Equal(Pages, _rig.Requests[1]);
        Assert.StartsWith(InformerRig.WatchFrom + "10&", _rig.Requests[2], StringComparison.Ordinal);
        Assert.Equal(["a ->red"], _rig.Changes);
        _rig.Metrics.Verify(m => m.Failed(), Times.Never);
        _rig.Kube.Server.Then(InformerRig.List("20"));
        _rig.Kube.Do(() => body.Event("ERROR", """{"code":410}"""));
        _rig.Kube.Advance(1);
        Assert.StartsWith(Pages, _rig.Requests[3], StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_ignores_it_is_found_out_by_a_bookmark_without_the_mark()
    {
        var body = Run();
        Send(body, "ADDED", Widget.Named("a", "red", "3"));
        _rig.Kube.Server.Then(InformerRig.List("12", Widget.Named("a", "red", "3"), Widget.Named("b", "red", "4")));
        _rig.Kube.Do(() => body.Event("BOOKMARK", """{"metadata":{"resourceVersion":"10"}}"""));
        Assert.Equal(Pages, _rig.Requests[1]);
        Assert.Equal(["a ->red", "b ->red"], _rig.Changes);
    }

    [Fact]
    public void A_server_that_ignores_it_and_sends_no_bookmark_is_found_out_by_its_silence()
    {
        var body = Run();
        _rig.Kube.Advance(20);
        Send(body, "ADDED", Widget.Named("a"));
        _rig.Kube.Advance(29.8);
        Assert.Single(_rig.Requests);
        _rig.Kube.Server.Then(InformerRig.List("12", Widget.Named("a")));
        _rig.Kube.Advance(0.4);
        Assert.Equal(Pages, _rig.Requests[1]);
        Assert.True(_rig.Informer.HasSynced);
    }

    [Fact]
    public void Over_http_1_1_a_server_that_ignores_it_is_found_out_although_it_answers_probes()
    {
        var body = new WatchBody();
        _rig.Kube.Server.Then(ScriptedServer.Stream(body, http: 1));
        _rig.Kube.Server.Otherwise = request => request.RequestUri!.AbsolutePath.EndsWith("version", StringComparison.Ordinal)
            ? ScriptedServer.Json("{}")
            : ScriptedServer.Json(InformerRig.List("12"));
        _rig.Run();
        _rig.Kube.Advance(35);
        Assert.Contains(Pages, _rig.Requests);
        Assert.True(_rig.Informer.HasSynced);
    }

    [Fact]
    public void Silence_after_the_mark_is_the_rest_of_a_quiet_watch()
    {
        var body = Run();
        End(body, "10");
        _rig.Kube.Advance(120);
        Assert.Single(_rig.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_stream_that_breaks_off_brings_nothing_and_the_next_list_is_in_pages(bool breaks)
    {
        var body = Run();
        Send(body, "ADDED", Widget.Named("a"));
        _rig.Kube.Server.Then(InformerRig.List("12", Widget.Named("b")));
        _rig.Kube.Do(() =>
        {
            if (breaks) body.Fail(new IOException("reset"));
            else body.End();
        });
        Assert.Empty(_rig.Changes);
        _rig.Metrics.Verify(m => m.Failed(), Times.Once);
        _rig.Kube.Advance(1);
        Assert.Equal(Pages, _rig.Requests[1]);
        Assert.Equal(["b ->red"], _rig.Changes);
    }

    [Fact]
    public void After_a_list_in_pages_that_followed_a_broken_stream_the_next_list_is_a_stream_again()
    {
        var body = Run();
        _rig.Kube.Server.Then(InformerRig.List("12"));
        var watch = _rig.ThenWatch();
        _rig.Kube.Do(() => body.Fail(new IOException("reset")));
        _rig.Kube.Advance(1);
        _rig.Kube.Do(() => watch.Event("ERROR", """{"code":410}"""));
        _rig.Kube.Advance(2);
        Assert.StartsWith(InformerRig.Streaming + "resourceVersion=12&", _rig.Requests[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void An_expired_version_within_the_stream_starts_it_again_without_a_bound_and_without_false_deletions()
    {
        var second = Again(Widget.Named("a", "red", "1"), Widget.Named("b", "red", "2"));
        Send(second, "ADDED", Widget.Named("a", "red", "1"));
        var third = _rig.ThenWatch();
        _rig.Kube.Do(() => second.Event("ERROR", """{"code":410,"reason":"Expired"}"""));
        _rig.Kube.Advance(3);
        Assert.StartsWith(InformerRig.Streaming + "resourceVersionMatch=NotOlderThan&", _rig.Requests[^1], StringComparison.Ordinal);
        Assert.Empty(_rig.Changes);
        Send(third, "ADDED", Widget.Named("a", "red", "1"));
        Send(third, "ADDED", Widget.Named("b", "red", "2"));
        End(third, "60");
        Assert.Empty(_rig.Changes);
    }

    [Fact]
    public void A_server_that_is_not_reached_or_is_busy_is_asked_for_a_stream_again()
    {
        _rig.Kube.Server
            .Then(new HttpRequestException(HttpRequestError.ConnectionError))
            .Then(ScriptedServer.Error(500, "InternalError"))
            .Then(ScriptedServer.Error(504, "Timeout", "Too large resource version: 10, current: 3"));
        var body = _rig.ThenWatch();
        _rig.Run();
        _rig.Kube.Advance(6);
        Assert.All(_rig.Requests, request => Assert.StartsWith(InformerRig.Streaming, request, StringComparison.Ordinal));
        End(body, "10");
        Assert.True(_rig.Informer.HasSynced);
    }

    [Fact]
    public void An_event_that_is_too_large_to_know_its_object_leads_to_pages_because_they_can_pass_over_it()
    {
        var body = Run();
        _rig.Kube.Server.Then(InformerRig.List("12", Widget.Named("b")));
        _rig.Kube.Do(() => body.Send(
            $$"""{"type":"ADDED","object":{"data":{"colour":"{{new string('x', 12_000_000)}}"},"metadata":{"name":"huge"} } }""" + "\n"));
        _rig.Kube.Advance(1);
        Assert.Equal(Pages, _rig.Requests[1]);
        Assert.Equal(["b ->red"], _rig.Changes);
    }

    [Theory]
    [InlineData("""{"metadata":{"resourceVersion":"10","annotations":{"k8s.io/initial-events-end":"false"}}}""")]
    [InlineData("""{"metadata":{"resourceVersion":"","annotations":{"k8s.io/initial-events-end":"true"}}}""")]
    [InlineData("""{"metadata":{"resourceVersion":"10","labels":{"k8s.io/initial-events-end":"true"}}}""")]
    public void Only_the_true_mark_with_a_version_is_the_end(string bookmark)
    {
        var body = Run();
        _rig.Kube.Do(() => body.Event("BOOKMARK", bookmark));
        Assert.False(_rig.Informer.HasSynced);
        Assert.Equal(Pages, _rig.Requests[1]);
    }

    [Fact]
    public void Stopping_within_the_stream_ends_it_without_an_error()
    {
        var body = Run();
        Send(body, "ADDED", Widget.Named("a"));
        _rig.Stop();
        Assert.True(_rig.Running.IsCompletedSuccessfully);
        _rig.Metrics.Verify(m => m.Failed(), Times.Never);
    }

    private WatchBody Run()
    {
        var body = _rig.ThenWatch();
        _rig.Run();
        return body;
    }

    /// <summary>A second stream, after a first one with these objects whose watch has expired at version 10.</summary>
    private WatchBody Again(params Widget[] first)
    {
        var body = Run();
        foreach (var widget in first) Send(body, "ADDED", widget);
        End(body, "10");
        _rig.Changes.Clear();
        var second = _rig.ThenWatch();
        _rig.Kube.Do(() => body.Event("ERROR", """{"code":410,"reason":"Expired"}"""));
        _rig.Kube.Advance(1);
        return second;
    }

    private void Send(WatchBody body, string type, Widget widget) => _rig.Kube.Do(() => body.Event(type, InformerRig.Json(widget)));

    private void End(WatchBody body, string version) => _rig.Kube.Do(() => body.Event(
        "BOOKMARK", $$"""{"metadata":{"annotations":{"k8s.io/initial-events-end":"true"},"resourceVersion":"{{version}}"} }"""));
}
