using VpcMirrorOperator.Kubernetes.Tests.Stand;

namespace VpcMirrorOperator.Kubernetes.Tests.Informers;

/// <summary>The list: at the start, and when a watch cannot go on.</summary>
public sealed class ListTests : IDisposable
{
    private readonly InformerRig rig = new();

    public void Dispose() => rig.Dispose();

    [Fact]
    public void All_pages_are_listed_then_the_watch_begins_at_the_lists_version()
    {
        rig.Kube.Server.Then(InformerRig.List("10", "next", Widget.Named("a"))).Then(InformerRig.List("10", Widget.Named("b", "blue")));
        rig.Run();
        Assert.Equal("GET /prefix/api/v1/configmaps?limit=500", rig.Requests[0]);
        Assert.Equal("GET /prefix/api/v1/configmaps?limit=500&continue=next", rig.Requests[1]);
        Assert.StartsWith(InformerRig.WatchFrom + "10&timeoutSeconds=", rig.Requests[2], StringComparison.Ordinal);
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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_expired_version_leads_to_a_list_that_is_not_older_and_deletions_are_noticed(bool asEvent)
    {
        var body = rig.Sync(Widget.Named("a", "red", "1"), Widget.Named("b", "red", "2"), Widget.Named("c", "red", "3"));
        rig.Kube.Advance(5);
        if (!asEvent) rig.Kube.Server.Then(ScriptedServer.Error(410, "Expired"));
        rig.Kube.Server.Then(InformerRig.List("50", Widget.Named("a", "red", "1"), Widget.Named("b", "blue", "40")));
        if (asEvent) rig.Kube.Do(() => body.Event("ERROR", """{"code":410,"reason":"Expired"}"""));
        else rig.Kube.Do(body.End);
        rig.Kube.Advance(1);
        Assert.Equal("GET /prefix/api/v1/configmaps?limit=500&resourceVersion=10&resourceVersionMatch=NotOlderThan", rig.Requests[^2]);
        Assert.StartsWith(InformerRig.WatchFrom + "50&", rig.Requests[^1], StringComparison.Ordinal);
        Assert.Equal(["b red>blue", "c red>-"], rig.Changes);
    }

    [Fact]
    public void A_server_that_is_behind_after_a_restore_is_listed_without_a_bound()
    {
        var body = rig.Sync(Widget.Named("a"));
        rig.Kube.Server.Then(ScriptedServer.Error(504, "Timeout", "Too large resource version: 10, current: 3")).Then(InformerRig.List("3"));
        rig.Kube.Do(() => body.Event("ERROR", """{"code":410,"reason":"Gone"}"""));
        rig.Kube.Advance(3);
        Assert.Equal("GET /prefix/api/v1/configmaps?limit=500", rig.Requests[^2]);
        Assert.Equal(["a red>-"], rig.Changes);
    }

    [Fact]
    public void A_page_token_that_expires_starts_the_list_over_without_false_deletions()
    {
        var body = rig.Sync(Widget.Named("a"), Widget.Named("b"));
        rig.Kube.Server.Then(InformerRig.List("20", "next", Widget.Named("a"))).Then(ScriptedServer.Error(410, "Expired"))
            .Then(InformerRig.List("21", Widget.Named("a"), Widget.Named("b")));
        rig.Kube.Do(() => body.Event("ERROR", """{"code":410}"""));
        rig.Kube.Advance(3);
        Assert.StartsWith(InformerRig.WatchFrom + "21&", rig.Requests[^1], StringComparison.Ordinal);
        Assert.Empty(rig.Changes);
    }

    [Fact]
    public void A_list_with_an_object_that_cannot_be_read_does_not_delete_it()
    {
        var body = rig.Sync(Widget.Named("a"));
        rig.Kube.Server.Then("""{"metadata":{"resourceVersion":"20"},"items":[{"metadata":{"name":"a","namespace":"ns"},"data":7}]}""");
        rig.Kube.Do(() => body.Event("ERROR", """{"code":410}"""));
        rig.Kube.Advance(1);
        Assert.Empty(rig.Changes);
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
