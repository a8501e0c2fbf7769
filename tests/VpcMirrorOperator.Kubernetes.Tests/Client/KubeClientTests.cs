using System.Net;
using System.Text.Json.Nodes;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Kubernetes.Tests.Stand;

namespace VpcMirrorOperator.Kubernetes.Tests.Client;

public sealed class KubeClientTests : IDisposable
{
    private const string Red = """{"metadata":{"name":"a","namespace":"ns","resourceVersion":"7"},"data":{"colour":"red"}}""";
    private static readonly ResourcePath One = Widget.Path.Of(new ObjectKey("ns", "a"));
    private readonly KubeRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task An_object_is_read_below_the_servers_own_path()
    {
        _rig.Server.Then(Red);
        var widget = await Get();
        Assert.Equal(("a", "red"), (widget.Metadata.Name, widget.Data["colour"]));
        Assert.Equal(["GET /prefix/api/v1/namespaces/ns/configmaps/a"], _rig.Server.Requests);
        Assert.Equal([("200", "GET", "kube.test", 0.0)], _rig.Metrics);
    }

    [Fact]
    public async Task Writes_name_the_field_manager_and_a_merge_patch_its_type()
    {
        string? contentType = null;
        _rig.Server.Then(Red).Then((request, _) =>
        {
            contentType = request.Content!.Headers.ContentType!.MediaType;
            return Task.FromResult(ScriptedServer.Json(Red));
        });
        await Create();
        await Patch();
        Assert.Equal(
            [
                "POST /prefix/api/v1/namespaces/ns/configmaps?fieldManager=tester",
                "PATCH /prefix/api/v1/namespaces/ns/configmaps/a/status?fieldManager=tester",
            ],
            _rig.Server.Requests);
        Assert.Equal("application/merge-patch+json", contentType);
        Assert.Equal("""{"data":{"colour":null}}""", _rig.Server.Bodies[1]);
    }

    [Fact]
    public async Task A_delete_carries_its_preconditions()
    {
        _rig.Server.Then("{}");
        await _rig.Start(() => _rig.Client.DeleteAsync(One, new Preconditions("u1"), default));
        Assert.Equal("""{"apiVersion":"v1","kind":"DeleteOptions","preconditions":{"uid":"u1"}}""", Sorted(_rig.Server.Bodies[0]!));
    }

    [Fact]
    public async Task A_list_page_keeps_what_can_be_read_and_names_what_cannot()
    {
        _rig.Server.Then("""
            {"items":[{"metadata":{"name":"a"}},{"metadata":{"name":"b","namespace":"ns"},"data":{"x":{"y":1}}},{"metadata":{"name":"c"}}],
             "metadata":{"resourceVersion":"5","continue":"more"},"extra":[1,{"a":2}]}
            """);
        var page = await _rig.Start(() => _rig.Client.ListAsync(
            Widget.Path, new ListOptions { Limit = 3, LabelSelector = "app=x", NotOlderThan = "4" }, StandJson.Default.Widget, default));
        Assert.Equal(["a", "c"], page.Items.Select(w => w.Metadata.Name));
        Assert.Equal(("5", "more"), (page.ResourceVersion, page.Continue));
        Assert.Equal((new ObjectKey("ns", "b"), "$.data.x"), (page.Undecodable[0].Meta.Key, page.Undecodable[0].Error));
        Assert.Equal(
            ["GET /prefix/api/v1/configmaps?labelSelector=app%3Dx&limit=3&resourceVersion=4&resourceVersionMatch=NotOlderThan"],
            _rig.Server.Requests);
    }

    [Fact]
    public async Task A_refusal_is_told_with_status_reason_and_message()
    {
        _rig.Server.Then(ScriptedServer.Error(403, "Forbidden", "may not"));
        var error = await Assert.ThrowsAsync<KubeApiException>(Get);
        Assert.Equal((HttpStatusCode.Forbidden, "Forbidden", true), (error.Status, error.Reason, error.IsRefused));
        Assert.Contains("may not", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_optimistic_lock_is_a_conflict_but_an_object_that_exists_already_is_not()
    {
        _rig.Server.Then(ScriptedServer.Error(409, "Conflict")).Then(ScriptedServer.Error(409, "AlreadyExists"));
        await Assert.ThrowsAsync<ConflictException>(Patch);
        Assert.True((await Assert.ThrowsAsync<KubeApiException>(Create)).IsAlreadyExists);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public void A_busy_server_is_asked_again_when_it_says_so_by_any_verb(int code)
    {
        _rig.Server.Then(ScriptedServer.Error(code, "TooManyRequests", "storage is (re)initializing", retryAfter: 2)).Then(Red);
        var call = _rig.Start(() => Create());
        _rig.Advance(1.9);
        Assert.Single(_rig.Server.Requests);
        _rig.Advance(0.1);
        Assert.True(call.IsCompletedSuccessfully);
        Assert.Equal([code.ToString(System.Globalization.CultureInfo.InvariantCulture), "200"], _rig.Metrics.Select(m => m.Code));
    }

    [Fact]
    public async Task A_server_that_asks_for_more_patience_than_the_call_has_is_reported_at_once()
    {
        _rig.Server.Then(ScriptedServer.Error(429, "TooManyRequests", retryAfter: 60));
        var error = await Assert.ThrowsAsync<KubeApiException>(Get);
        Assert.Equal(TimeSpan.FromSeconds(60), error.RetryAfter);
    }

    [Fact]
    public async Task A_busy_server_that_does_not_say_when_is_reported_at_once()
    {
        _rig.Server.Then(ScriptedServer.Error(503, "ServiceUnavailable"));
        await Assert.ThrowsAsync<KubeApiException>(Get);
        Assert.Single(_rig.Server.Requests);
    }

    [Fact]
    public void A_broken_connection_is_tried_again_for_verbs_that_may_be_repeated()
    {
        _rig.Server.Then(new IOException("reset")).Then(new HttpRequestException(HttpRequestError.ResponseEnded)).Then(Red);
        var call = _rig.Start(() => Get());
        _rig.Advance(1);
        Assert.True(call.IsCompletedSuccessfully);
        Assert.Equal(["<error>", "<error>", "200"], _rig.Metrics.Select(m => m.Code));
    }

    [Fact]
    public async Task A_broken_connection_is_reported_at_once_for_verbs_that_may_not_be_repeated()
    {
        _rig.Server.Then(new IOException("reset")).Then(new IOException("reset"));
        Assert.Null((await Assert.ThrowsAsync<KubeApiException>(Create)).Status);
        await Assert.ThrowsAsync<KubeApiException>(Patch);
        Assert.Equal(2, _rig.Server.Requests.Count);
    }

    [Fact]
    public async Task A_server_that_is_down_is_left_to_the_callers_back_off()
    {
        _rig.Server.Then(new HttpRequestException(HttpRequestError.ConnectionError, "refused"));
        await Assert.ThrowsAsync<KubeApiException>(Get);
        Assert.Single(_rig.Server.Requests);
    }

    [Fact]
    public async Task A_hanging_call_ends_after_thirty_seconds()
    {
        var call = _rig.Start(() => Get());
        _rig.Advance(29.9);
        Assert.False(call.IsCompleted);
        _rig.Advance(0.2);
        var error = await Assert.ThrowsAsync<KubeApiException>(() => call);
        Assert.Contains("30 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_callers_own_cancellation_is_no_error_of_the_server()
    {
        using var stop = new CancellationTokenSource();
        var call = _rig.Start(() => _rig.Client.GetAsync(One, StandJson.Default.Widget, stop.Token));
        _rig.Do(stop.Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task An_answer_from_something_else_than_an_api_server_is_reported_without_its_content()
    {
        _rig.Server.Then("<html>secret</html>");
        var error = await Assert.ThrowsAsync<KubeApiException>(Get);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    private static string Sorted(string json) =>
        new JsonObject(JsonNode.Parse(json)!.AsObject().OrderBy(p => p.Key).Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone())))
            .ToJsonString();

    private Task<Widget> Get() => _rig.Start(() => _rig.Client.GetAsync(One, StandJson.Default.Widget, default));

    private Task<Widget> Create() =>
        _rig.Start(() => _rig.Client.CreateAsync(Widget.Path.In("ns"), Widget.Named("a"), StandJson.Default.Widget, default));

    private Task<Widget> Patch() => _rig.Start(() => _rig.Client.PatchAsync(
        One.Status, (JsonObject)JsonNode.Parse("""{"data":{"colour":null}}""")!, StandJson.Default.JsonObject, StandJson.Default.Widget, default));
}
