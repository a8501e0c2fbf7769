using VpcMirrorOperator.Kubernetes.Tests.Support;

namespace VpcMirrorOperator.Kubernetes.Tests.Informers;

/// <summary>The list: at the start, and when a watch cannot go on.</summary>
public sealed class InformerListTests : IDisposable
{
    private readonly InformerRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void All_pages_are_listed_then_the_watch_begins_at_the_lists_version()
    {
        _rig.Kube.Server.Then(InformerRig.List("10", "next", Widget.Named("a"))).Then(InformerRig.List("10", Widget.Named("b", "blue")));
        _rig.Run();
        Assert.Equal("GET /prefix/api/v1/configmaps?limit=500", _rig.Requests[0]);
        Assert.Equal("GET /prefix/api/v1/configmaps?limit=500&continue=next", _rig.Requests[1]);
        Assert.StartsWith(InformerRig.WatchFrom + "10&timeoutSeconds=", _rig.Requests[2], StringComparison.Ordinal);
        Assert.InRange(int.Parse(_rig.Requests[2].Split('=')[^1], null), 300, 600);
        Assert.Equal(["a ->red", "b ->blue"], _rig.Changes);
        Assert.True(_rig.Informer.HasSynced && _rig.Informer.Synced.IsCompleted);
    }

    [Fact]
    public void Nothing_is_told_before_the_list_is_complete()
    {
        _rig.Kube.Server.Then(InformerRig.List("10", "next", Widget.Named("a"))).ThenHang();
        _rig.Run();
        Assert.Empty(_rig.Changes);
        Assert.False(_rig.Informer.HasSynced);
    }

    [Fact]
    public void Listeners_of_the_first_list_see_that_it_is_the_first()
    {
        List<bool> synced = [];
        _rig.Informer.Subscribe((_, _) => synced.Add(_rig.Informer.HasSynced));
        _rig.Kube.Server.Then(InformerRig.List("10", Widget.Named("a")));
        var body = _rig.ThenWatch();
        _rig.Run();
        _rig.Kube.Do(() => body.Event("ADDED", InformerRig.Json(Widget.Named("b"))));
        Assert.Equal([false, true], synced);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_expired_version_leads_to_a_list_that_is_not_older_and_deletions_are_noticed(bool asEvent)
    {
        var body = _rig.Sync(Widget.Named("a", "red", "1"), Widget.Named("b", "red", "2"), Widget.Named("c", "red", "3"));
        _rig.Kube.Advance(5);
        if (!asEvent) _rig.Kube.Server.Then(ScriptedServer.Error(410, "Expired"));
        _rig.Kube.Server.Then(InformerRig.List("50", Widget.Named("a", "red", "1"), Widget.Named("b", "blue", "40")));
        if (asEvent) _rig.Kube.Do(() => body.Event("ERROR", """{"code":410,"reason":"Expired"}"""));
        else _rig.Kube.Do(body.End);
        _rig.Kube.Advance(1);
        Assert.Equal("GET /prefix/api/v1/configmaps?limit=500&resourceVersion=10&resourceVersionMatch=NotOlderThan", _rig.Requests[^2]);
        Assert.StartsWith(InformerRig.WatchFrom + "50&", _rig.Requests[^1], StringComparison.Ordinal);
        Assert.Equal(["b red>blue", "c red>-"], _rig.Changes);
    }

    [Fact]
    public void A_server_that_is_behind_after_a_restore_is_listed_without_a_bound()
    {
        var body = _rig.Sync(Widget.Named("a"));
        _rig.Kube.Server
            .Then(ScriptedServer.Error(504, "Timeout", "Too large resource version: 10, current: 3"))
            .Then(InformerRig.List("3"));
        _rig.Kube.Do(() => body.Event("ERROR", """{"code":410,"reason":"Gone"}"""));
        _rig.Kube.Advance(3);
        Assert.Equal("GET /prefix/api/v1/configmaps?limit=500", _rig.Requests[^2]);
        Assert.Equal(["a red>-"], _rig.Changes);
    }

    [Fact]
    public void A_page_token_that_expires_starts_the_list_over_without_false_deletions()
    {
        var body = _rig.Sync(Widget.Named("a"), Widget.Named("b"));
        _rig.Kube.Server.Then(InformerRig.List("20", "next", Widget.Named("a"))).Then(ScriptedServer.Error(410, "Expired"))
            .Then(InformerRig.List("21", Widget.Named("a"), Widget.Named("b")));
        _rig.Kube.Do(() => body.Event("ERROR", """{"code":410}"""));
        _rig.Kube.Advance(3);
        Assert.StartsWith(InformerRig.WatchFrom + "21&", _rig.Requests[^1], StringComparison.Ordinal);
        Assert.Empty(_rig.Changes);
    }

    [Fact]
    public void A_list_with_an_object_that_cannot_be_read_does_not_delete_it()
    {
        var body = _rig.Sync(Widget.Named("a"));
        _rig.Kube.Server.Then("""{"metadata":{"resourceVersion":"20"},"items":[{"metadata":{"name":"a","namespace":"ns"},"data":7}]}""");
        _rig.Kube.Do(() => body.Event("ERROR", """{"code":410}"""));
        _rig.Kube.Advance(1);
        Assert.Empty(_rig.Changes);
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
}
