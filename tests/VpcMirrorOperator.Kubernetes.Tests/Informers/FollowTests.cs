using VpcMirrorOperator.Kubernetes.Tests.Stand;

namespace VpcMirrorOperator.Kubernetes.Tests.Informers;

/// <summary>The watch: what it tells, and how it is taken up again.</summary>
public sealed class FollowTests : IDisposable
{
    private readonly InformerRig rig = new();

    public void Dispose() => rig.Dispose();

    [Fact]
    public void Events_change_the_copy_its_index_and_are_told_in_order()
    {
        var body = rig.Sync(Widget.Named("a"));
        rig.Kube.Do(() => body.Event("ADDED", InformerRig.Json(Widget.Named("b", "red", "11"))));
        rig.Kube.Do(() => body.Event("MODIFIED", InformerRig.Json(Widget.Named("a", "blue", "12"))));
        Assert.Equal(["b"], rig.Informer.FindByIndex("red").Select(w => w.Metadata.Name));
        rig.Kube.Do(() => body.Event("DELETED", InformerRig.Json(Widget.Named("b", "red", "13"))));
        Assert.Equal(["b ->red", "a red>blue", "b red>-"], rig.Changes);
        Assert.Equal("blue", rig.Informer.Find(InformerRig.Key("a"))!.Data["colour"]);
        Assert.Null(rig.Informer.Find(InformerRig.Key("b")));
        Assert.Empty(rig.Informer.FindByIndex("red"));
        Assert.Equal(["a"], rig.Informer.List().Select(w => w.Metadata.Name));
    }

    [Fact]
    public void A_watch_that_ends_is_taken_up_at_the_last_bookmark_without_a_list()
    {
        var body = rig.Sync();
        rig.Kube.Do(() => body.Event("BOOKMARK", """{"metadata":{"resourceVersion":"42"}}"""));
        rig.Kube.Advance(2);
        rig.Kube.Do(body.End);
        Assert.StartsWith(InformerRig.WatchFrom + "42&", rig.Requests[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_ends_watches_at_once_is_asked_less_and_less_often()
    {
        rig.Kube.Server.Then(InformerRig.List("10"));
        rig.Kube.Server.Otherwise = _ =>
        {
            var body = new WatchBody();
            body.End();
            return ScriptedServer.Stream(body);
        };
        rig.Run();
        rig.Kube.Advance(60);
        Assert.InRange(rig.Requests.Count, 6, 8);
    }

    [Fact]
    public void A_broken_watch_is_taken_up_at_the_last_version_after_a_back_off()
    {
        var body = rig.Sync();
        rig.Kube.Do(() => body.Event("ADDED", InformerRig.Json(Widget.Named("a", "red", "11"))));
        rig.Kube.Do(() => body.Fail(new IOException("reset")));
        rig.Kube.Advance(0.7);
        Assert.Equal(2, rig.Requests.Count);
        rig.Kube.Advance(0.2);
        Assert.StartsWith(InformerRig.WatchFrom + "11&", rig.Requests[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_back_off_doubles_up_to_thirty_seconds_and_begins_anew_after_two_quiet_minutes()
    {
        var body = rig.Sync();
        for (var i = 0; i < 7; i++) rig.Kube.Server.Then(new HttpRequestException(HttpRequestError.ConnectionError));
        var later = rig.ThenWatch();
        rig.Kube.Do(() => body.Fail(new IOException("reset")));
        rig.Kube.Advance(0.8 + 1.6 + 3.2 + 6.4 + 12.8 + 25.6 + 30);
        Assert.Equal(2 + 7, rig.Requests.Count);
        rig.Kube.Advance(30 + 121);
        Assert.Equal(2 + 8, rig.Requests.Count);
        rig.Kube.Do(() => later.Fail(new IOException("reset")));
        rig.Kube.Advance(0.9);
        Assert.Equal(2 + 9, rig.Requests.Count);
    }

    [Fact]
    public void An_object_that_cannot_be_read_any_more_is_reported_and_kept_until_it_is_deleted()
    {
        var body = rig.Sync(Widget.Named("a"));
        rig.Kube.Do(() => body.Event("MODIFIED", """{"metadata":{"name":"a","namespace":"ns","resourceVersion":"11"},"data":7}"""));
        Assert.Contains(rig.Kube.Log.Lines, l => l.Id == 205 && l.Text.Contains("ns/a", StringComparison.Ordinal));
        Assert.Contains("undecodable", rig.Counted);
        Assert.NotNull(rig.Informer.Find(InformerRig.Key("a")));
        rig.Kube.Do(() => body.Event("DELETED", """{"metadata":{"name":"a","namespace":"ns","resourceVersion":"12"},"data":7}"""));
        Assert.Equal(["a red>-"], rig.Changes);
    }

    [Fact]
    public void A_listener_that_fails_stops_neither_the_others_nor_the_watch()
    {
        rig.Informer.Subscribe((_, _) => throw new InvalidOperationException("defect"));
        var last = 0;
        rig.Informer.Subscribe((_, _) => last++);
        var body = rig.Sync(Widget.Named("a"));
        rig.Kube.Do(() => body.Event("ADDED", InformerRig.Json(Widget.Named("b"))));
        Assert.Equal(2, last);
        Assert.Contains(rig.Kube.Log.Lines, l => l.Id == 206);
    }

    [Fact]
    public void The_last_contact_moves_with_every_sign_of_life()
    {
        var body = rig.Sync();
        var first = rig.Informer.LastContact;
        rig.Kube.Advance(100);
        Assert.Equal(first, rig.Informer.LastContact);
        rig.Kube.Do(() => body.Event("BOOKMARK", """{"metadata":{"resourceVersion":"42"}}"""));
        Assert.Equal(TimeSpan.FromSeconds(100), rig.Informer.LastContact - first);
    }

    [Fact]
    public void Stopping_ends_it_without_an_error()
    {
        rig.Sync();
        rig.Stop();
        Assert.True(rig.Running.IsCompletedSuccessfully);
    }
}
