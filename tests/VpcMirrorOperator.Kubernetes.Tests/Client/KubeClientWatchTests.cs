using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Tests.Support;

namespace VpcMirrorOperator.Kubernetes.Tests.Client;

public sealed class KubeClientWatchTests : IDisposable
{
    private readonly KubeRig _rig = new();
    private readonly WatchBody _body = new();
    private readonly List<WatchEvent<Widget>> _seen = [];
    private readonly CancellationTokenSource _stop = new();
    private int _heard;

    public void Dispose()
    {
        _stop.Dispose();
        _body.Dispose();
        _rig.Dispose();
    }

    [Fact]
    public void A_watch_asks_for_bookmarks_from_its_version_and_for_an_end()
    {
        Watch();
        Assert.Equal(
            ["GET /prefix/api/v1/configmaps?watch=true&allowWatchBookmarks=true&resourceVersion=5&timeoutSeconds=300"],
            _rig.Server.Requests);
    }

    [Fact]
    public void Events_arrive_one_by_one_however_the_bytes_are_cut()
    {
        Watch();
        _rig.Do(() => _body.Send("""{"type":"ADDED","object":{"metadata":{"name":"a","resource"""));
        Assert.Empty(_seen);
        _rig.Do(() => _body.Send("""
            Version":"6"}}}
            {"object":{"metadata":{"name":"b"}},"type":"MODIFIED"}

            """));
        _rig.Do(() => _body.Event("BOOKMARK", """{"kind":"ConfigMap","metadata":{"resourceVersion":"9"}}"""));
        _rig.Do(() => _body.Event("DELETED", $$$"""{"metadata":{"name":"{{{new string('x', 100_000)}}}"}}"""));
        Assert.Equal(
            [WatchEventType.Added, WatchEventType.Modified, WatchEventType.Bookmark, WatchEventType.Deleted], _seen.Select(e => e.Type));
        Assert.Equal("6", _seen[0].Value!.Metadata.ResourceVersion);
        Assert.Equal("9", _seen[2].Bookmark!.ResourceVersion);
        Assert.Equal(100_000, _seen[3].Value!.Metadata.Name.Length);
    }

    [Fact]
    public void An_object_that_cannot_be_read_does_not_stop_the_watch()
    {
        Watch();
        _rig.Do(() => _body.Event("MODIFIED", """{"metadata":{"name":"bad","resourceVersion":"6"},"data":7}"""));
        _rig.Do(() => _body.Event("ADDED", """{"metadata":{"name":"good"}}"""));
        Assert.Equal(("bad", "6", "unexpected JSON at $.data"), (
            _seen[0].Undecodable!.Meta.Name, _seen[0].Undecodable!.Meta.ResourceVersion, _seen[0].Undecodable!.Error));
        Assert.Equal("good", _seen[1].Value!.Metadata.Name);
    }

    [Fact]
    public async Task The_end_of_the_stream_is_no_error_and_half_an_event_is_dropped()
    {
        var watching = Watch();
        _rig.Do(() => _body.Send("""{"type":"ADDED","obj"""));
        _rig.Do(_body.End);
        await watching;
        Assert.Empty(_seen);
    }

    [Fact]
    public async Task An_error_event_is_the_error_it_names()
    {
        var watching = Watch();
        _rig.Do(() => _body.Event("ERROR", """{"kind":"Status","code":410,"reason":"Expired","message":"too old"}"""));
        Assert.True((await Assert.ThrowsAsync<KubeApiException>(() => watching)).IsExpired);
    }

    [Fact]
    public async Task A_broken_stream_is_an_error()
    {
        var watching = Watch();
        _rig.Do(() => _body.Fail(new IOException("reset")));
        Assert.Null((await Assert.ThrowsAsync<KubeApiException>(() => watching)).Status);
    }

    [Fact]
    public async Task Cancelling_ends_a_quiet_watch_at_once()
    {
        var watching = Watch();
        _rig.Do(_stop.Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
    }

    [Fact]
    public async Task A_stream_that_outlives_its_time_is_given_up()
    {
        var watching = Watch();
        _rig.Advance(329.8);
        Assert.False(watching.IsCompleted);
        _rig.Advance(0.4);
        var error = await Assert.ThrowsAsync<KubeApiException>(() => watching);
        Assert.Contains("did not end", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_http_1_1_a_frozen_server_is_noticed_within_a_minute()
    {
        var watching = Watch(http: 1);
        _rig.Advance(20);
        _rig.Do(() => _body.Event("ADDED", """{"metadata":{"name":"a"}}"""));
        _rig.Advance(29.8);
        Assert.Single(_rig.Server.Requests);
        _rig.Advance(0.4);
        Assert.Equal("GET /prefix/version", _rig.Server.Requests[^1]);
        _rig.Advance(15);
        var error = await Assert.ThrowsAsync<KubeApiException>(() => watching);
        Assert.Contains("another request was not answered", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Over_http_1_1_a_quiet_server_that_answers_anything_is_alive()
    {
        _rig.Server.Otherwise = _ => ScriptedServer.Error(403, "Forbidden");
        var watching = Watch(http: 1);
        var before = _heard;
        _rig.Advance(100);
        Assert.False(watching.IsCompleted);
        Assert.Equal(3, _heard - before);
    }

    [Fact]
    public void Over_http_2_nothing_is_asked_because_pings_do_that()
    {
        Watch();
        _rig.Advance(300);
        Assert.Single(_rig.Server.Requests);
    }

    private Task Watch(int http = 2)
    {
        _rig.Server.Then(ScriptedServer.Stream(_body, http));
        var options = new WatchOptions { ResourceVersion = "5", Timeout = TimeSpan.FromMinutes(5), OnActivity = () => _heard++ };
        return _rig.Start(async () =>
        {
            var changes = _rig.Client.WatchAsync(Widget.Path, options, WidgetJson.Default.Widget, _stop.Token);
            await foreach (var change in changes) _seen.Add(change);
        });
    }
}
