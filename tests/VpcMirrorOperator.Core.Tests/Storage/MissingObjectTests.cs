using System.Net;
using System.Text;
using System.Text.Json;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Hosting;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Storage;

/// <summary>Which answers prove that an object is gone (rule P18), and which annotations are read whole (rule P11).</summary>
public class MissingObjectTests
{
    private const string Named =
        """{"kind":"Status","status":"Failure","reason":"NotFound","details":{"name":"shop","kind":"x"},"code":404}""";

    public static TheoryData<HttpStatusCode, string> ProveNothing => new()
    {
        { HttpStatusCode.NotFound, "404 page not found" },
        { HttpStatusCode.NotFound, "<html>no such page</html>" },
        { HttpStatusCode.NotFound, "" },
        { HttpStatusCode.NotFound, """{"kind":"Status","status":"Failure","reason":"NotFound","details":{},"code":404}""" },
        { HttpStatusCode.NotFound, """{"kind":"Status","status":"Failure","reason":"NotFound","code":404}""" },
        { HttpStatusCode.NotFound, Named.Replace("\"shop\"", "\"other\"", StringComparison.Ordinal) },
        { HttpStatusCode.NotFound, Named.Replace("NotFound", "Forbidden", StringComparison.Ordinal) },
        { HttpStatusCode.Forbidden, Named },
        { HttpStatusCode.Gone, Named },
    };

    [Theory]
    [MemberData(nameof(ProveNothing))]
    public async Task P18_a_404_that_does_not_name_the_object_proves_nothing(HttpStatusCode status, string body) =>
        await Assert.ThrowsAsync<KubeApiException>(() => IsEndingAsync(status, body));

    [Fact]
    public async Task P18_a_namespace_that_the_server_says_is_not_there_has_ended() =>
        Assert.True(await IsEndingAsync(HttpStatusCode.NotFound, Named));

    [Theory]
    [InlineData("", false)]
    [InlineData(""","deletionTimestamp":"2026-11-23T03:00:00Z" """, true)]
    public async Task P18_a_namespace_ends_from_its_deletion_on(string more, bool isEnding) => Assert.Equal(
        isEnding, await IsEndingAsync(HttpStatusCode.OK, $$$"""{"kind":"Namespace","metadata":{"name":"shop"{{{more}}} } }"""));

    [Fact]
    public void P11_the_packed_ids_are_read_whole_however_many_and_other_annotations_as_their_digest()
    {
        var ids = string.Join(',', Enumerable.Range(0, 5000).Select(i => $"eni-{i:D20}"));
        var json = $$$"""
            {"metadata":{"name":"a","annotations":{"vpcmirror.io/packed":"{{{ids}}}","vpcmirror.io/remove-first":"{{{ids}}}",
              "vpcmirror.io/recreate":"{{{ids}}}","vpcmirror.io/term":null,"other":"{{{ids}}}"}},
             "spec":{"regionId":"cn-hangzhou","sourceIds":["eni-1"]}}
            """;
        var kept = JsonSerializer.Deserialize(json, SessionKind.Resource.Type)!.Metadata.Annotations;
        Assert.Equal([ids, ids], [kept[Annotations.Packed], kept[Annotations.RemoveFirst]]);
        Assert.Equal(BoundedText.Of(ids), kept[Annotations.Recreate]);
        Assert.Equal(3, kept.Count);
    }

    [Fact]
    public void P1_of_a_kind_that_is_selected_by_labels_all_are_kept_and_no_annotation()
    {
        var type = new KeptMetadata { AllLabels = true }.Of(SessionKind.TypeWith([], []));
        var meta = JsonSerializer.Deserialize(
            """
            {"metadata":{"labels":{"a":"1","b":null,"c":"","a.b/c":"x"},"annotations":{"n":"x"}},
             "spec":{"regionId":"","sourceIds":[]}}
            """,
            type)!.Metadata;
        Assert.Equal(["a", "a.b/c", "c"], meta.Labels.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(meta.Annotations);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("""{"metadata":{"labels":{"a":1}},"spec":null}""", type));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("""{"metadata":{"labels":["a"]},"spec":null}""", type));
    }

    private static async Task<bool> IsEndingAsync(HttpStatusCode status, string body)
    {
        using var http = new HttpClient(new Answer(status, body));
        var client = new KubeClient(http, new Uri("https://kube.test"), "tester", TimeProvider.System, new Random(1));
        return await new NamespaceEnds(client).IsEndingAsync("shop", TestContext.Current.CancellationToken);
    }

    private sealed class Answer(HttpStatusCode status, string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") });
    }
}
