using System.Text.Json.Nodes;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Kubernetes.Tests.Support;

namespace VpcMirrorOperator.Kubernetes.Tests.Client;

/// <summary>What is sent, and how answers are read.</summary>
public sealed class KubeClientTests : IDisposable
{
    private readonly KubeRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task An_object_is_read_below_the_servers_own_path()
    {
        _rig.Server.Then(WidgetCalls.Red);
        var widget = await _rig.Get();
        Assert.Equal(("a", "red"), (widget.Metadata.Name, widget.Data["colour"]));
        Assert.Equal(["GET /prefix/api/v1/namespaces/ns/configmaps/a"], _rig.Server.Requests);
        Assert.Equal([("200", "GET", "kube.test", 0.0)], _rig.Metrics);
    }

    [Fact]
    public async Task Writes_name_the_field_manager_and_a_merge_patch_its_type()
    {
        string? contentType = null;
        _rig.Server.Then(WidgetCalls.Red).Then((request, _) =>
        {
            contentType = request.Content!.Headers.ContentType!.MediaType;
            return Task.FromResult(ScriptedServer.Json(WidgetCalls.Red));
        });
        await _rig.Create();
        await _rig.PatchStatus();
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
        await _rig.Delete(new Preconditions("u1", "7"));
        Assert.Equal(
            """{"apiVersion":"v1","kind":"DeleteOptions","preconditions":{"uid":"u1","resourceVersion":"7"}}""",
            Sorted(_rig.Server.Bodies[0]!));
    }

    [Fact]
    public async Task A_list_page_keeps_what_can_be_read_and_names_what_cannot()
    {
        _rig.Server.Then("""
            {"items":[{"metadata":{"name":"a"}},{"metadata":{"name":"b","namespace":"ns"},"data":{"x":{"y":1}}},{"metadata":{"name":"c"}}],
             "metadata":{"resourceVersion":"5","continue":"more"},"extra":[1,{"a":2}]}
            """);
        var page = await _rig.Start(() => _rig.Client.ListAsync(
            Widget.Path, new ListOptions { Limit = 3, LabelSelector = "app=x", NotOlderThan = "4" }, WidgetJson.Default.Widget, default));
        Assert.Equal(["a", "c"], page.Items.Select(w => w.Metadata.Name));
        Assert.Equal(("5", "more"), (page.ResourceVersion, page.Continue));
        Assert.Equal((new ObjectKey("ns", "b"), "unexpected JSON at $.data.x"), (page.Undecodable[0].Meta.Key, page.Undecodable[0].Error));
        Assert.Equal(
            ["GET /prefix/api/v1/configmaps?labelSelector=app%3Dx&limit=3&resourceVersion=4&resourceVersionMatch=NotOlderThan"],
            _rig.Server.Requests);
    }

    private static string Sorted(string json) =>
        new JsonObject(JsonNode.Parse(json)!.AsObject().OrderBy(p => p.Key).Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone())))
            .ToJsonString();
}
