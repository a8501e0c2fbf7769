using VpcMirrorOperator.Kubernetes.Tests.Stand;

namespace VpcMirrorOperator.Kubernetes.Tests.Informers;

public sealed class InformerTests : IDisposable
{
    private const string Watch = "GET /prefix/api/v1/configmaps?watch=true&allowWatchBookmarks=true&resourceVersion=";
    private readonly InformerRig rig = new();

    public void Dispose() => rig.Dispose();

    [Fact]
    public void All_pages_are_listed_then_the_watch_begins_at_the_lists_version()
    {
        rig.Kube.Server.Then(InformerRig.List("10", "next", Widget.Named("a"))).Then(InformerRig.List("10", Widget.Named("b", "blue")));
        rig.Run();
        Assert.Equal("GET /prefix/api/v1/configmaps?limit=500", rig.Requests[0]);
        Assert.Equal("GET /prefix/api/v1/configmaps?limit=500&continue=next", rig.Requests[1]);
        Assert.StartsWith(Watch + "10&timeoutSeconds=", rig.Requests[2], StringComparison.Ordinal);
        Assert.InRange(int.Parse(rig.Requests[2].Split('=')[^1], null), 300, 600);
        Assert.Equal(["a ->red", "b ->blue"], rig.Changes);
        Assert.True(rig.Informer.HasSynced && rig.Informer.Synced.IsCompleted);
    }

    [Fact]
    public void Nothing_is_told_before_the_list_is_complete()
    {
        rig.Kube.Server.Then(InformerRig.List("10", "next", Widget.Named("a"))).ThenHang();
        rig.Run();
        Assert.Empty(rig.Changes);
        Assert.False(rig.Informer.HasSynced);
    }

    [Fact]
    public void Listeners_of_the_first_list_see_that_it_is_the_first()
    {
        List<bool> synced = [];
        rig.Informer.Subscribe((_, _) => synced.Add(rig.Informer.HasSynced));
        rig.Kube.Server.Then(InformerRig.List("10", Widget.Named("a")));
        var body = rig.ThenWatch();
        rig.Run();
        rig.Kube.Do(() => body.Event("ADDED", InformerRig.Json(Widget.Named("b"))));
        Assert.Equal([false, true], synced);
    }

    [Fact]
    public void Events_change_the_copy_its_index_and_are_told_in_order()
    {
        var body = Synced(Widget.Named("a"));
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
        var body = Synced();
        rig.Kube.Do(() => body.Event("BOOKMARK", """{"metadata":{"resourceVersion":"42"}}"""));
        rig.Kube.Advance(2);
        rig.Kube.Do(body.End);
        Assert.StartsWith(Watch + "42&", rig.Requests[^1], StringComparison.Ordinal);
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
        var body = Synced();
        rig.Kube.Do(() => body.Event("ADDED", InformerRig.Json(Widget.Named("a", "red", "11"))));
        rig.Kube.Do(() => body.Fail(new IOException("reset")));
        rig.Kube.Advance(0.7);
        Assert.Equal(2, rig.Requests.Count);
        rig.Kube.Advance(0.2);
        Assert.StartsWith(Watch + "11&", rig.Requests[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_back_off_doubles_up_to_thirty_seconds_and_begins_anew_after_two_quiet_minutes()
    {
        var body = Synced();
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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_expired_version_leads_to_a_list_that_is_not_older_and_deletions_are_noticed(bool asEvent)
    {
        var body = Synced(Widget.Named("a", "red", "1"), Widget.Named("b", "red", "2"), Widget.Named("c", "red", "3"));
        rig.Kube.Advance(5);
        if (!asEvent) rig.Kube.Server.Then(ScriptedServer.Error(410, "Expired"));
        rig.Kube.Server.Then(InformerRig.List("50", Widget.Named("a", "red", "1"), Widget.Named("b", "blue", "40")));
        if (asEvent) rig.Kube.Do(() => body.Event("ERROR", """{"code":410,"reason":"Expired"}"""));
        else rig.Kube.Do(body.End);
        rig.Kube.Advance(1);
        Assert.Equal("GET /prefix/api/v1/configmaps?limit=500&resourceVersion=10&resourceVersionMatch=NotOlderThan", rig.Requests[^2]);
        Assert.StartsWith(Watch + "50&", rig.Requests[^1], StringComparison.Ordinal);
        Assert.Equal(["b red>blue", "c red>-"], rig.Changes);
    }

    [Fact]
    public void A_server_that_is_behind_after_a_restore_is_listed_without_a_bound()
    {
        var body = Synced(Widget.Named("a"));
        rig.Kube.Server.Then(ScriptedServer.Error(504, "Timeout", "Too large resource version: 10, current: 3")).Then(InformerRig.List("3"));
        rig.Kube.Do(() => body.Event("ERROR", """{"code":410,"reason":"Gone"}"""));
        rig.Kube.Advance(3);
        Assert.Equal("GET /prefix/api/v1/configmaps?limit=500", rig.Requests[^2]);
        Assert.Equal(["a red>-"], rig.Changes);
    }

    [Fact]
    public void A_page_token_that_expires_starts_the_list_over_without_false_deletions()
    {
        var body = Synced(Widget.Named("a"), Widget.Named("b"));
        rig.Kube.Server.Then(InformerRig.List("20", "next", Widget.Named("a"))).Then(ScriptedServer.Error(410, "Expired"))
            .Then(InformerRig.List("21", Widget.Named("a"), Widget.Named("b")));
        rig.Kube.Do(() => body.Event("ERROR", """{"code":410}"""));
        rig.Kube.Advance(3);
        Assert.StartsWith(Watch + "21&", rig.Requests[^1], StringComparison.Ordinal);
        Assert.Empty(rig.Changes);
    }

    [Fact]
    public void An_object_that_cannot_be_read_any_more_is_reported_and_kept_until_it_is_deleted()
    {
        var body = Synced(Widget.Named("a"));
        rig.Kube.Do(() => body.Event("MODIFIED", """{"metadata":{"name":"a","namespace":"ns","resourceVersion":"11"},"data":7}"""));
        Assert.Contains(rig.Kube.Log.Lines, l => l.Id == 205 && l.Text.Contains("ns/a", StringComparison.Ordinal));
        Assert.Contains("undecodable", rig.Counted);
        Assert.NotNull(rig.Informer.Find(InformerRig.Key("a")));
        rig.Kube.Do(() => body.Event("DELETED", """{"metadata":{"name":"a","namespace":"ns","resourceVersion":"12"},"data":7}"""));
        Assert.Equal(["a red>-"], rig.Changes);
    }

    [Fact]
    public void A_list_with_an_object_that_cannot_be_read_does_not_delete_it()
    {
        var body = Synced(Widget.Named("a"));
        rig.Kube.Server.Then("""{"metadata":{"resourceVersion":"20"},"items":[{"metadata":{"name":"a","namespace":"ns"},"data":7}]}""");
        rig.Kube.Do(() => body.Event("ERROR", """{"code":410}"""));
        rig.Kube.Advance(1);
        Assert.Empty(rig.Changes);
    }

    [Fact]
    public void A_listener_that_fails_stops_neither_the_others_nor_the_watch()
    {
        rig.Informer.Subscribe((_, _) => throw new InvalidOperationException("defect"));
        var last = 0;
        rig.Informer.Subscribe((_, _) => last++);
        var body = Synced(Widget.Named("a"));
        rig.Kube.Do(() => body.Event("ADDED", InformerRig.Json(Widget.Named("b"))));
        Assert.Equal(2, last);
        Assert.Contains(rig.Kube.Log.Lines, l => l.Id == 206);
    }

    [Fact]
    public void Several_namespaces_are_followed_each_on_its_own_with_the_selector()
    {
        using var several = new InformerRig(o => o with { Namespaces = ["x", "y"], LabelSelector = "shard=1" });
        several.Kube.Server.Then(InformerRig.List("10")).ThenHang().ThenHang();
        several.Run();
        Assert.Contains("GET /prefix/api/v1/namespaces/x/configmaps?labelSelector=shard%3D1&limit=500", several.Requests);
        Assert.Contains("GET /prefix/api/v1/namespaces/y/configmaps?labelSelector=shard%3D1&limit=500", several.Requests);
        Assert.False(several.Informer.HasSynced);
        Assert.Null(several.Informer.LastContact);
    }

    [Fact]
    public void The_last_contact_moves_with_every_sign_of_life()
    {
        var body = Synced();
        var first = rig.Informer.LastContact;
        rig.Kube.Advance(100);
        Assert.Equal(first, rig.Informer.LastContact);
        rig.Kube.Do(() => body.Event("BOOKMARK", """{"metadata":{"resourceVersion":"42"}}"""));
        Assert.Equal(TimeSpan.FromSeconds(100), rig.Informer.LastContact - first);
    }

    [Fact]
    public void Stopping_ends_it_without_an_error()
    {
        Synced();
        rig.Stop();
        Assert.True(rig.Running.IsCompletedSuccessfully);
    }

    private WatchBody Synced(params Widget[] items)
    {
        rig.Kube.Server.Then(InformerRig.List("10", items));
        var body = rig.ThenWatch();
        rig.Run();
        rig.Changes.Clear();
        return body;
    }
}
