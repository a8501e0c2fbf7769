using Moq;
using VpcMirrorOperator.Kubernetes.Tests.Support;

namespace VpcMirrorOperator.Kubernetes.Tests.Informers;

/// <summary>The watch: what it tells, and how it is taken up again.</summary>
public sealed class InformerWatchTests : IDisposable
{
    private readonly InformerRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void Events_change_the_copy_its_index_and_are_told_in_order()
    {
        var body = _rig.Sync(Widget.Named("a"));
        _rig.Kube.Do(() => body.Event("ADDED", InformerRig.Json(Widget.Named("b", "red", "11"))));
        _rig.Kube.Do(() => body.Event("MODIFIED", InformerRig.Json(Widget.Named("a", "blue", "12"))));
        Assert.Equal(["b"], _rig.Informer.FindByIndex("colour", "red").Select(w => w.Metadata.Name));
        _rig.Kube.Do(() => body.Event("DELETED", InformerRig.Json(Widget.Named("b", "red", "13"))));
        Assert.Equal(["b ->red", "a red>blue", "b red>-"], _rig.Changes);
        Assert.Equal("blue", _rig.Informer.Find(InformerRig.Key("a"))!.Data["colour"]);
        Assert.Null(_rig.Informer.Find(InformerRig.Key("b")));
        Assert.Empty(_rig.Informer.FindByIndex("colour", "red"));
        Assert.Equal(["a"], _rig.Informer.List().Select(w => w.Metadata.Name));
    }

    [Fact]
    public void A_watch_that_ends_is_taken_up_at_the_last_bookmark_without_a_list()
    {
        var body = _rig.Sync();
        _rig.Kube.Do(() => body.Event("BOOKMARK", """{"metadata":{"resourceVersion":"42"}}"""));
        _rig.Kube.Advance(2);
        _rig.Kube.Do(body.End);
        Assert.StartsWith(InformerRig.WatchFrom + "42&", _rig.Requests[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_ends_watches_at_once_is_asked_less_and_less_often()
    {
        _rig.Kube.Server.Then(InformerRig.List("10"));
        _rig.Kube.Server.Otherwise = _ =>
        {
            var body = new WatchBody();
            body.End();
            return ScriptedServer.Stream(body);
        };
        _rig.Run();
        _rig.Kube.Advance(60);
        Assert.InRange(_rig.Requests.Count, 6, 8);
    }

    [Fact]
    public void A_broken_watch_is_taken_up_at_the_last_version_after_a_back_off()
    {
        var body = _rig.Sync();
        _rig.Kube.Do(() => body.Event("ADDED", InformerRig.Json(Widget.Named("a", "red", "11"))));
        _rig.Kube.Do(() => body.Fail(new IOException("reset")));
        _rig.Kube.Advance(0.7);
        Assert.Equal(2, _rig.Requests.Count);
        _rig.Kube.Advance(0.2);
        Assert.StartsWith(InformerRig.WatchFrom + "11&", _rig.Requests[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_back_off_doubles_up_to_thirty_seconds_and_begins_anew_after_two_quiet_minutes()
    {
        var body = _rig.Sync();
        for (var i = 0; i < 7; i++) _rig.Kube.Server.Then(new HttpRequestException(HttpRequestError.ConnectionError));
        var later = _rig.ThenWatch();
        _rig.Kube.Do(() => body.Fail(new IOException("reset")));
        _rig.Kube.Advance(0.8 + 1.6 + 3.2 + 6.4 + 12.8 + 25.6 + 30);
        Assert.Equal(2 + 7, _rig.Requests.Count);
        _rig.Kube.Advance(30 + 121);
        Assert.Equal(2 + 8, _rig.Requests.Count);
        _rig.Kube.Do(() => later.Fail(new IOException("reset")));
        _rig.Kube.Advance(0.9);
        Assert.Equal(2 + 9, _rig.Requests.Count);
    }

    [Fact]
    public void An_object_that_cannot_be_read_any_more_is_reported_and_kept_until_it_is_deleted()
    {
        var body = _rig.Sync(Widget.Named("a"));
        _rig.Kube.Do(() => body.Event("MODIFIED", """{"metadata":{"name":"a","namespace":"ns","resourceVersion":"11"},"data":7}"""));
        Assert.Contains(_rig.Kube.Log.Lines, l => l.Id == 205 && l.Text.Contains("ns/a", StringComparison.Ordinal));
        _rig.Metrics.Verify(m => m.Undecodable(), Times.Once);
        Assert.NotNull(_rig.Informer.Find(InformerRig.Key("a")));
        _rig.Kube.Do(() => body.Event("DELETED", """{"metadata":{"name":"a","namespace":"ns","resourceVersion":"12"},"data":7}"""));
        Assert.Equal(["a red>-"], _rig.Changes);
    }

    [Fact]
    public void A_listener_that_fails_stops_neither_the_others_nor_the_watch()
    {
        _rig.Informer.Subscribe((_, _) => throw new InvalidOperationException("defect"));
        var last = 0;
        _rig.Informer.Subscribe((_, _) => last++);
        var body = _rig.Sync(Widget.Named("a"));
        _rig.Kube.Do(() => body.Event("ADDED", InformerRig.Json(Widget.Named("b"))));
        Assert.Equal(2, last);
        Assert.Contains(_rig.Kube.Log.Lines, l => l.Id == 206);
    }

    [Fact]
    public void The_last_contact_moves_with_every_sign_of_life()
    {
        var body = _rig.Sync();
        var first = _rig.Informer.LastContact;
        _rig.Kube.Advance(100);
        Assert.Equal(first, _rig.Informer.LastContact);
        _rig.Kube.Do(() => body.Event("BOOKMARK", """{"metadata":{"resourceVersion":"42"}}"""));
        Assert.Equal(TimeSpan.FromSeconds(100), _rig.Informer.LastContact - first);
    }

    [Fact]
    public void Stopping_ends_it_without_an_error()
    {
        _rig.Sync();
        _rig.Stop();
        Assert.True(_rig.Running.IsCompletedSuccessfully);
    }
}
