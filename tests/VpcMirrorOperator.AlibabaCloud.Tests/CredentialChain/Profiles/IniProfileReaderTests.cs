using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Tests.Doubles;

namespace VpcMirrorOperator.AlibabaCloud.Tests.CredentialChain.Profiles;

public class IniProfileReaderTests
{
    private const string File =
        """
        # a comment
        [default]
        type = access_key
        access_key_id = id
        access_key_secret = a=b=c

        [role]
        type = ram_role_arn
        access_key_id = id
        access_key_secret = s
        role_arn = acs:ram::1:role/r
        role_session_name = me
        [oidc]
        type = oidc_role_arn
        role_arn = r
        oidc_provider_arn = o
        oidc_token_file_path = /tok
        [ecs]
        type = ecs_ram_role
        role_name = role-1
        [sts]
        type = sts
        access_key_id = id
        access_key_secret = s
        security_token = t
        [rsa]
        type = rsa_key_pair
        [garbled]
        type = LTAI5tAbC access_key_secret=Xy1
        [bad]
        type = access_key
        access_key_id = id
        """;

    [Theory]
    [InlineData("default", "id", "default/profile/static_ak")]
    [InlineData("sts", "id", "default/profile/static_sts")]
    [InlineData("role", "STS.A", "default/profile/ram_role_arn")]
    [InlineData("oidc", "STS.A", "default/profile/oidc_role_arn")]
    [InlineData("ecs", "STS.A", "default/profile/ecs_ram_role")]
    public async Task Every_type_gives_its_keys(string section, string id, string name)
    {
        var keys = await Create(FakeSurroundings.Ini, section).FindAsync();
        Assert.Equal((id, name), (keys.AccessKeyId, keys.ProviderName));
    }

    [Theory]
    [InlineData("/home/me/.alibabacloud/credentials.ini")]
    [InlineData("/home/me/.alibabacloud/credentials")]
    public async Task Both_file_names_count_and_a_secret_may_hold_equal_signs(string path) =>
        Assert.Equal("a=b=c", (await Create(path, "default").FindAsync()).AccessKeySecret);

    [Fact]
    public async Task A_variable_names_another_file()
    {
        var surroundings = Create("/elsewhere", "default");
        surroundings.Variables["ALIBABA_CLOUD_CREDENTIALS_FILE"] = "/elsewhere";
        Assert.Equal("id", (await surroundings.FindAsync()).AccessKeyId);
    }

    [Theory]
    [InlineData("bad", "the section [bad] of /home/me/.alibabacloud/credentials.ini lacks access_key_secret")]
    [InlineData("rsa", "has the type 'rsa_key_pair', which is not supported")]
    [InlineData("garbled", "has the type (not a plain word), which is not supported")]
    public async Task Names_what_is_wrong_with_it(string section, string expected)
    {
        var error = await Assert.ThrowsAsync<CloudException>(Create(FakeSurroundings.Ini, section).FindAsync);
        Assert.Contains(expected, error.Detail, StringComparison.Ordinal);
    }

    private static FakeSurroundings Create(string path, string section) => new(FakeSurroundings.InstanceAndSts)
    {
        Variables = new() { ["ALIBABA_CLOUD_PROFILE"] = section },
        Files = new() { [path] = File, ["/tok"] = "jwt" },
    };
}
