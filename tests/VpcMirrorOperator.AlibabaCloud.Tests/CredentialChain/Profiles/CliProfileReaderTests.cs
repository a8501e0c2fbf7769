using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Tests.Doubles;

namespace VpcMirrorOperator.AlibabaCloud.Tests.CredentialChain.Profiles;

public class CliProfileReaderTests
{
    [Theory]
    [InlineData("""{"name":"p","mode":"AK","access_key_id":"id","access_key_secret":"s"}""", "id", null, "default/cli_profile/static_ak")]
    [InlineData("""{"name":"p","mode":"StsToken","access_key_id":"id","access_key_secret":"s","sts_token":"t"}""",
        "id", "t", "default/cli_profile/static_sts")]
    public async Task Gives_the_keys_it_holds(string profile, string id, string? token, string name)
    {
        var keys = await Create(profile).FindAsync();
        Assert.Equal((id, "s", token, name), (keys.AccessKeyId, keys.AccessKeySecret, keys.SecurityToken, keys.ProviderName));
    }

    [Fact]
    public async Task Takes_on_a_role_by_a_signed_call()
    {
        var surroundings = Create(
            """
            {"name":"p","mode":"RamRoleArn","access_key_id":"id","access_key_secret":"s","ram_role_arn":"acs:ram::1:role/r",
             "ram_session_name":"me","expired_seconds":900,"sts_region":"cn-hongkong","enable_vpc":true,"external_id":"x"}
            """);

        var keys = await surroundings.FindAsync();

        var request = Assert.Single(surroundings.Handler.Requests);
        Assert.Equal(
            "https://sts-vpc.cn-hongkong.aliyuncs.com/" +
            "?DurationSeconds=900&ExternalId=x&RoleArn=acs%3Aram%3A%3A1%3Arole%2Fr&RoleSessionName=me",
            request.Uri.AbsoluteUri);
        Assert.Equal(("AssumeRole", "2015-04-01"), (request.Headers["x-acs-action"], request.Headers["x-acs-version"]));
        Assert.StartsWith("ACS3-HMAC-SHA256 Credential=id,", request.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal(("STS.A", "default/cli_profile/ram_role_arn"), (keys.AccessKeyId, keys.ProviderName));
    }

    [Fact]
    public async Task Chains_roles_each_with_the_keys_of_the_one_before()
    {
        var surroundings = Create(
            """
            {"name":"p","mode":"ChainableRamRoleArn","source_profile":"middle","ram_role_arn":"acs:ram::1:role/last"},
            {"name":"middle","mode":"ChainableRamRoleArn","source_profile":"first","ram_role_arn":"acs:ram::1:role/middle"},
            {"name":"first","mode":"AK","access_key_id":"id","access_key_secret":"s"}
            """);

        await surroundings.FindAsync();

        Assert.Equal(["id", "STS.A"], surroundings.Handler.Requests.Select(
            r => r.Headers["Authorization"].Split("Credential=")[1].Split(',')[0]));
        Assert.Contains("role%2Flast", surroundings.Handler.Requests[1].Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exchanges_a_token_file()
    {
        var surroundings = Create(
            """{"name":"p","mode":"OIDC","ram_role_arn":"r","oidc_provider_arn":"o","oidc_token_file":"/tok","policy":"{}"}""");
        surroundings.Files["/tok"] = "jwt";
        Assert.Equal("default/cli_profile/oidc_role_arn", (await surroundings.FindAsync()).ProviderName);
        Assert.Equal(
            "OIDCProviderArn=o&OIDCToken=jwt&RoleArn=r&RoleSessionName=vpc-mirror-operator&DurationSeconds=3600&Policy=%7B%7D",
            Assert.Single(surroundings.Handler.Requests).Body);
    }

    [Fact]
    public async Task Asks_the_metadata_service_for_its_role()
    {
        var surroundings = Create("""{"name":"p","mode":"EcsRamRole","ram_role_name":"role-1"}""");
        Assert.Equal("default/cli_profile/ecs_ram_role", (await surroundings.FindAsync()).ProviderName);
        Assert.EndsWith("/role-1", surroundings.Handler.Requests[^1].Uri.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_chosen_by_the_variable_before_the_file()
    {
        var surroundings = Create(
            """
            {"name":"p","mode":"AK","access_key_id":"a","access_key_secret":"s"},
            {"name":"q","mode":"AK","access_key_id":"b","access_key_secret":"s"}
            """);
        Assert.Equal("a", (await surroundings.FindAsync()).AccessKeyId);
        surroundings.Variables["ALIBABA_CLOUD_PROFILE"] = "q";
        Assert.Equal("b", (await surroundings.FindAsync()).AccessKeyId);
    }

    [Theory]
    [InlineData("""{"name":"p","mode":"AK","access_key_id":"id"}""", "lacks access_key_secret")]
    [InlineData("""{"name":"p","mode":"StsToken","access_key_id":"id","access_key_secret":"s"}""", "lacks sts_token")]
    [InlineData("""{"name":"p","mode":"CloudSSO"}""", "has the mode 'CloudSSO', which is not supported")]
    [InlineData("""{"name":"p","mode":"External","process_command":"x"}""", "has the mode 'External', which is not supported")]
    [InlineData("""{"name":"p","mode":"ChainableRamRoleArn","ram_role_arn":"r","source_profile":"p"}""", "is its own source_profile")]
    [InlineData("""{"name":"p","mode":"ChainableRamRoleArn","ram_role_arn":"r","source_profile":"q"}""", "'q' of the aliyun command")]
    public async Task Names_what_is_wrong_with_it(string profile, string expected)
    {
        var error = await Assert.ThrowsAsync<CloudException>(Create(profile).FindAsync);
        Assert.Equal(ClientErrorCodes.NoCredentials, error.Code);
        Assert.Contains(expected, error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_the_line_of_a_broken_file_without_quoting_it()
    {
        var surroundings = new FakeSurroundings { Files = new() { [FakeSurroundings.CliConfig] = "{\n \"current\": TopSecret }" } };
        var error = await Assert.ThrowsAsync<CloudException>(surroundings.FindAsync);
        Assert.Contains("config.json, line 2", error.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("TopSecret", error.ToString(), StringComparison.Ordinal);
    }

    private static FakeSurroundings Create(string profiles) => new(FakeSurroundings.InstanceAndSts)
    {
        Files = new() { [FakeSurroundings.CliConfig] = $$"""{"current":"p","profiles":[{{profiles}}],"meta_path":""}""" },
    };
}
