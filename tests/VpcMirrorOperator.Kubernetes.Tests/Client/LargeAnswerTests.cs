using System.Text;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Tests.Support;

namespace VpcMirrorOperator.Kubernetes.Tests.Client;

/// <summary>Objects that are larger than anything an API server takes: named, passed over, and never held as a whole.</summary>
public sealed class LargeAnswerTests : IDisposable
{
    private const string Good = """{"metadata":{"name":"good","namespace":"ns"},"data":{"colour":"red"}}""";
    private readonly KubeRig _rig = new();
    private readonly WatchBody _body = new();
    private readonly List<WatchEvent<Widget>> _seen = [];

    public void Dispose()
    {
        _body.Dispose();
        _rig.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_list_names_the_object_that_is_too_large_and_has_the_others(bool isOneText)
    {
        var large = Large("""{"name":"large","namespace":"ns"}""", isOneText);
        _rig.Server.Then(ListOf(Good, large, Good));
        var page = await _rig.Start(() => _rig.Client.ListAsync(Widget.Path, new ListOptions(), WidgetJson.Default.Widget, default));
        Assert.Equal((2, "7"), (page.Items.Count, page.ResourceVersion));
        var bad = Assert.Single(page.Undecodable);
        Assert.Equal(("ns/large", "it has more than 4194304 bytes"), (bad.Meta.Key.ToString(), bad.Error));
    }

    [Fact]
    public async Task An_object_that_is_nested_too_deep_is_named_and_the_others_are_there()
    {
        var nest = new string('[', 500) + new string(']', 500);
        var deep = $$$"""{"data":{{{nest}}},"metadata":{"name":"deep","namespace":"ns"}}""";
        _rig.Server.Then(ListOf(deep, Good));
        var page = await _rig.Start(() => _rig.Client.ListAsync(Widget.Path, new ListOptions(), WidgetJson.Default.Widget, default));
        Assert.Single(page.Items);
        Assert.Equal("ns/deep", Assert.Single(page.Undecodable).Meta.Key.ToString());
    }

    [Fact]
    public async Task Of_a_list_no_more_is_held_than_one_object_may_have()
    {
        var item = Encoding.UTF8.GetBytes(Good + ",");
        var filler = Encoding.UTF8.GetBytes(new string(' ', 60) + "\"{[x" + new string('y', 64_000) + "\":0,");
        ReadOnlyMemory<byte>[] pieces =
        [
            Encoding.UTF8.GetBytes("""{"items":[{"metadata":{"name":"large","namespace":"ns"},"""),
            .. Enumerable.Repeat((ReadOnlyMemory<byte>)filler, 500),
            Encoding.UTF8.GetBytes("\"end\":{}},"),
            .. Enumerable.Repeat((ReadOnlyMemory<byte>)item, 500),
            Encoding.UTF8.GetBytes(Good + "]}"),
        ];
        var largest = 0;
        ReadBuffer? held = null;
        using var buffer = new ReadBuffer(new PiecesStream(pieces.Select(piece =>
        {
            // Asked for when the buffer has just made room.
            largest = Math.Max(largest, held!.Size);
            return piece;
        })));
        held = buffer;
        var page = await new ListReader<Widget>(buffer, WidgetJson.Default.Widget).ReadAsync(TestContext.Current.CancellationToken);
        Assert.Equal((501, "ns/large"), (page.Items.Count, Assert.Single(page.Undecodable).Meta.Key.ToString()));
        Assert.InRange(largest, AnswerLimits.Object, AnswerLimits.Object * 2);
        Assert.InRange(buffer.Size, 1, 128 * 1024);
    }

    [Fact]
    public void A_watch_names_the_object_that_is_too_large_and_goes_on()
    {
        Watch();
        _rig.Do(() => _body.Event("DELETED", Large("""{"name":"large","namespace":"ns","resourceVersion":"8"}""", isOneText: true)));
        _rig.Do(() => _body.Event("ADDED", Good));
        Assert.Equal((WatchEventType.Deleted, "ns/large", "8"), (
            _seen[0].Type, _seen[0].Undecodable!.Meta.Key.ToString(), _seen[0].Undecodable!.Meta.ResourceVersion));
        Assert.Equal("good", _seen[1].Value!.Metadata.Name);
    }

    [Fact]
    public async Task A_watch_ends_for_a_new_list_when_it_cannot_tell_which_object_is_too_large()
    {
        var watching = Watch();
        _rig.Do(() => _body.Send("""{"type":"ADDED","object":{"spec":" """ + new string('x', AnswerLimits.Line)));
        Assert.True((await Assert.ThrowsAsync<KubeApiException>(() => watching)).IsExpired);
    }

    [Fact]
    public async Task An_answer_that_is_too_large_is_an_error_that_names_the_request()
    {
        _rig.Server.Then(Large("""{"name":"a","namespace":"ns"}""", isOneText: true));
        var error = await Assert.ThrowsAsync<KubeApiException>(_rig.Get);
        Assert.Equal("GET /api/v1/namespaces/ns/configmaps/a: the answer has more than 4194304 bytes", error.Message);
    }

    [Fact]
    public async Task An_error_with_an_endless_body_is_still_the_error_of_its_code()
    {
        _rig.Server.Then(ScriptedServer.Error(403, "Forbidden", new string('x', AnswerLimits.Error)));
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await Assert.ThrowsAsync<KubeApiException>(_rig.Get)).Status);
    }

    /// <summary>One text that no token may have, or many small fields.</summary>
    private static string Large(string metadata, bool isOneText)
    {
        var data = isOneText
            ? $"\"a\":\"{new string('x', AnswerLimits.Line)}\""
            : string.Join(',', Enumerable.Range(0, AnswerLimits.Object / 10).Select(i => $"\"{i:0000000}\":\"\\\"\""));
        return $$$"""{"metadata":{{{metadata}}},"data":{"":"",{{{data}}}}}""";
    }

    private static string ListOf(params string[] items) =>
        $$$"""{"items":[{{{string.Join(',', items)}}}],"metadata":{"resourceVersion":"7"}}""";

    private Task Watch() => _rig.Start(async () =>
    {
        var watch = new WatchOptions { ResourceVersion = "5", Timeout = TimeSpan.FromSeconds(300) };
        _rig.Server.Then(ScriptedServer.Stream(_body));
        await foreach (var seen in _rig.Client.WatchAsync(Widget.Path, watch, WidgetJson.Default.Widget, CancellationToken.None))
            _seen.Add(seen);
    });
}
