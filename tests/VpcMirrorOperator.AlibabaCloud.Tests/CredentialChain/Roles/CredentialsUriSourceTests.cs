using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Tests.Doubles;
using VpcMirrorOperator.TestSupport.Vectors;

namespace VpcMirrorOperator.AlibabaCloud.Tests.CredentialChain.Roles;

public class CredentialsUriSourceTests
{
    [Fact]
    public async Task Is_asked_as_the_official_library_asks()
    {
        var vector = Vector.Load("12-credentials-uri").Root;
        var recorded = vector.GetProperty("requests")[0].GetString()!.Split(' ');
        var surroundings = Create($"http://127.0.0.1:29444{recorded[1]}");

        var keys = await surroundings.FindAsync();

        var request = Assert.Single(surroundings.Handler.Requests);
        Assert.Equal((recorded[0], recorded[1], ""), (request.Method, request.Uri.PathAndQuery, request.Body));
        var result = vector.GetProperty("result");
        Assert.Equal(
            ["accessKeyId", "accessKeySecret", "securityToken"], result.EnumerateObject().Take(3).Select(p => p.Name));
        Assert.Equal(
            [keys.AccessKeyId, keys.AccessKeySecret, keys.SecurityToken],
            result.EnumerateObject().Take(3).Select(p => p.Value.GetString()));
        Assert.Equal("default/credentials_uri", keys.ProviderName);
    }

    [Theory]
    [InlineData("http://creds.example.com/x")]
    [InlineData("file:///etc/keys")]
    [InlineData("not an address")]
    public async Task Must_be_https_or_local(string uri)
    {
        var surroundings = Create(uri);
        var error = await Assert.ThrowsAsync<CloudException>(surroundings.FindAsync);
        Assert.Contains("ALIBABA_CLOUD_CREDENTIALS_URI", error.Detail, StringComparison.Ordinal);
        Assert.Empty(surroundings.Handler.Requests);
    }

    private static FakeSurroundings Create(string uri) => new(
        (surroundings, _) => ScriptedHandler.Reply(200, surroundings.Keys("STS.B")))
    {
        Variables = new() { ["ALIBABA_CLOUD_CREDENTIALS_URI"] = uri, ["ALIBABA_CLOUD_ECS_METADATA_DISABLED"] = "true" },
    };
}
