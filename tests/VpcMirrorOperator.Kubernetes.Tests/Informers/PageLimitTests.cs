using VpcMirrorOperator.Kubernetes.Informers;
using VpcMirrorOperator.Kubernetes.Tests.Support;

namespace VpcMirrorOperator.Kubernetes.Tests.Informers;

public sealed class PageLimitTests : IDisposable
{
    private const string Large = """{"type":"ERROR","object":{"code":410,"reason":"Expired"}}""";
    private readonly InformerRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData(500, 500_000, 500)]
    [InlineData(200, 200 * 261_120, 64)]
    [InlineData(1, 100_000_000, 1)]
    [InlineData(0, 50, 500)]
    public void The_next_list_is_asked_for_in_pages_of_a_bounded_size(int objects, long bytes, int limit) =>
        Assert.Equal(limit, PageLimit.Of(500).After(objects, bytes).Objects);

    [Fact]
    public void The_limit_grows_again_with_the_first_list_of_small_objects() =>
        Assert.Equal(PageLimit.Of(500), PageLimit.Of(500).After(1, 100_000_000).AfterBrokenPage().After(10, 10_000));

    [Fact]
    public void A_list_that_breaks_off_within_a_page_is_asked_for_in_smaller_pages()
    {
        using var body = new WatchBody();
        _rig.Kube.Server.Then(ScriptedServer.Stream(body))
            .Then(InformerRig.List("10", "next", Widget.Named("a"))).Then(InformerRig.List("10"));
        _rig.Run();
        _rig.Kube.Do(() => body.Send("""{"items":["""));
        _rig.Kube.Advance(32);
        Assert.Equal("GET /prefix/api/v1/configmaps?limit=125", _rig.Requests[1]);
        Assert.Equal("GET /prefix/api/v1/configmaps?limit=125&continue=next", _rig.Requests[2]);
    }

    [Fact]
    public void A_server_that_does_not_answer_at_all_does_not_make_the_pages_smaller()
    {
        _rig.Kube.Server.Then(ScriptedServer.Error(500, "InternalError")).ThenHang().Then(InformerRig.List("10"));
        _rig.Run();
        _rig.Kube.Advance(40);
        Assert.Equal(["GET /prefix/api/v1/configmaps?limit=500"], _rig.Requests.Take(3).Distinct());
    }

    [Fact]
    public void A_relist_that_breaks_off_asks_for_the_newest_state_because_only_that_comes_in_pages()
    {
        using var body = new WatchBody();
        var watch = _rig.Sync(Widget.Named("a", "red", "1"));
        _rig.Kube.Server.Then(ScriptedServer.Stream(body)).Then(InformerRig.List("20", Widget.Named("a", "red", "1")));
        _rig.Kube.Do(() => watch.Send(Large + "\n"));
        _rig.Kube.Advance(1);
        _rig.Kube.Do(() => body.Send("""{"items":["""));
        _rig.Kube.Advance(60);
        var lists = _rig.Requests.Where(request => request.Contains("limit=", StringComparison.Ordinal)).Distinct().ToList();
        Assert.Contains("limit=500&resourceVersion=10&resourceVersionMatch=NotOlderThan", lists[1], StringComparison.Ordinal);
        Assert.EndsWith("limit=125", lists[2], StringComparison.Ordinal);
        Assert.Empty(_rig.Changes);
    }
}
