using System.Text;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Tests.Doubles;
using VpcMirrorOperator.TestSupport.Fuzzing;

namespace VpcMirrorOperator.AlibabaCloud.Tests.CredentialChain;

/// <summary>Files of the user's home, spoiled: keys are found, or the chain says why not; nothing else.</summary>
public class SpoiledProfileTests
{
    private static readonly string[] CliConfigs =
    [
        """
        {"current":"default","profiles":[{"name":"default","mode":"AK","access_key_id":"LTAI","access_key_secret":"s",
        "region_id":"cn-beijing"},
        {"name":"other","mode":"StsToken","access_key_id":"STS.a","access_key_secret":"s","sts_token":"t","expired_seconds":900}]}
        """,
        """
        {"current":"default","profiles":[{"name":"default","mode":"ChainableRamRoleArn","source_profile":"other",
        "ram_role_arn":"acs:ram::1:role/r",
        "ram_session_name":"n","enable_vpc":false},{"name":"other","mode":"AK","access_key_id":"LTAI","access_key_secret":"s"}]}
        """,
    ];

    private static readonly string[] Inis =
    [
        "[default]\nenable = true\ntype = access_key\naccess_key_id = LTAI\naccess_key_secret = s\n",
        "[default]\ntype = ram_role_arn\naccess_key_id = LTAI\naccess_key_secret = s\nrole_arn = acs:ram::1:role/r\nrole_session_name = " +
        "n\n",
    ];

    [Fact]
    public void A_configuration_of_the_aliyun_tool() => Spoil(FakeSurroundings.CliConfig, CliConfigs);

    [Fact]
    public void A_credentials_file() => Spoil(FakeSurroundings.Ini, Inis);

    private static void Spoil(string path, string[] files) => Fuzz.Run(3_000, files, content =>
    {
        var surroundings = new FakeSurroundings { Files = { [path] = Encoding.UTF8.GetString(content) } };
        try
        {
            surroundings.FindAsync().GetAwaiter().GetResult();
        }
        catch (CloudException)
        {
            // It says why.
        }
    });
}
