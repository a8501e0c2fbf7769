using System.Text.Json.Nodes;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Reviews;
using VpcMirrorOperator.Kubernetes.Tests.Support;

namespace VpcMirrorOperator.Kubernetes.Tests.Reviews;

public sealed class AccessReviewerTests : IDisposable
{
    private const string Token = "secret-token";

    private const string Known = """
        {"status":{"authenticated":true,"user":{"username":"prometheus","uid":"7","groups":["g1","g2"],"extra":{"k":["v"]}}}}
        """;

    private readonly KubeRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Whoever_holds_the_token_is_asked_about_with_all_that_is_known_of_them()
    {
        _rig.Server.Then(Known).Then("""{"status":{"allowed":true}}""");
        Assert.Equal(AccessVerdict.Allowed, await ReviewAsync());
        Assert.Equal(
            [
                "POST /prefix/apis/authentication.k8s.io/v1/tokenreviews?fieldManager=tester",
                "POST /prefix/apis/authorization.k8s.io/v1/subjectaccessreviews?fieldManager=tester",
            ],
            _rig.Server.Requests);
        Assert.Equal(Token, (string?)JsonNode.Parse(_rig.Server.Bodies[0]!)!["spec"]!["token"]);
        Assert.Equal(
            """{"nonResourceAttributes":{"path":"/metrics","verb":"get"},"user":"prometheus","uid":"7","groups":["g1","g2"],"""
                + """ "extra":{"k":["v"]}}""".TrimStart(),
            JsonNode.Parse(_rig.Server.Bodies[1]!)!["spec"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"status":{"authenticated":false,"error":"expired"}}""")]
    [InlineData("""{"status":{"authenticated":true}}""")]
    [InlineData("""{"status":{"authenticated":true,"user":{"username":""}}}""")]
    [InlineData("""{"status":{"user":{"username":"prometheus"}}}""")]
    [InlineData("{}")]
    public async Task Nobody_is_authenticated_by_half_an_answer_and_no_right_is_asked_for(string answer)
    {
        _rig.Server.Then(answer);
        Assert.Equal(AccessVerdict.Unauthenticated, await ReviewAsync());
        Assert.Single(_rig.Server.Requests);
    }

    [Theory]
    [InlineData("""{"status":{"allowed":false}}""")]
    [InlineData("""{"status":{"allowed":true,"denied":true}}""")]
    [InlineData("""{"status":{}}""")]
    [InlineData("{}")]
    public async Task Only_a_clear_yes_allows(string answer)
    {
        _rig.Server.Then(Known).Then(answer);
        Assert.Equal(AccessVerdict.Forbidden, await ReviewAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_error_in_either_question_is_no_verdict_and_does_not_show_the_token(bool first)
    {
        if (!first) _rig.Server.Then(Known);
        _rig.Server.Then(ScriptedServer.Error(403, "Forbidden"));
        var error = await Assert.ThrowsAsync<KubeApiException>(ReviewAsync);
        Assert.DoesNotContain(Token, error.ToString(), StringComparison.Ordinal);
    }

    private Task<AccessVerdict> ReviewAsync() =>
        _rig.Start(() => new AccessReviewer(_rig.Client).ReviewAsync(Token, "/metrics", "get", CancellationToken.None));
}
