using System.Text;

namespace VpcMirrorOperator.Emulator.Tests.Signatures;

public class CredentialExpiryTests
{
    private const string ListAction = "ListTrafficMirrorSessions";

    private static readonly Caller First = new("STS.first", "first-secret", "first-token");
    private static readonly Caller Second = new("STS.second", "second-secret", "second-token");

    private readonly Stage _stage = new(extra:
        """
          - name: federated
            accessKeyId: STS.first
            accessKeySecret: first-secret
            securityToken: first-token
            expiresIn: 1h
            otherCredentials:
              - { accessKeyId: STS.second, accessKeySecret: second-secret, securityToken: second-token, expiresIn: 2h }
            regions: [{ id: cn-hongkong }]
        """);

    [Fact]
    public void An_STS_credential_is_good_until_it_expires()
    {
        _stage.Pass(3599.999);
        Assert.Equal("OK", Ask(First));
        _stage.Pass(0.001);
        var answer = _stage.CallAs(First, ListAction, ("RegionId", Stage.Region));
        Assert.Equal((400, "InvalidSecurityToken.Expired"), (answer.Status, answer.Code));
        Assert.Equal("Specified SecurityToken is expired.", answer.Message);
    }

    [Fact]
    public void Each_credential_of_an_account_expires_by_itself_and_a_plain_key_never()
    {
        _stage.Pass(3600);
        Assert.Equal(["InvalidSecurityToken.Expired", "OK", "OK"], Callers.Select(Ask));
        _stage.Pass(3600);
        Assert.Equal(["InvalidSecurityToken.Expired", "InvalidSecurityToken.Expired", "OK"], Callers.Select(Ask));
    }

    [Fact]
    public void Only_the_holder_of_the_token_learns_that_it_expired()
    {
        _stage.Pass(3600);
        Assert.Equal("InvalidSecurityToken.MismatchWithAccessKey", Ask(First with { Token = "guess" }));
        Assert.Equal("MissingSecurityToken", Ask(First with { Token = null }));
    }

    [Fact]
    public void V1_requests_with_an_expired_token_are_refused_too()
    {
        Assert.Equal("OK", _stage.Send(First.GetV1(_stage, ListAction, "JSON")).Code);
        _stage.Pass(3600);
        Assert.Equal("InvalidSecurityToken.Expired", _stage.Send(First.GetV1(_stage, ListAction, "JSON")).Code);
    }

    [Fact]
    public void An_issued_credential_works_beside_the_old_one_and_belongs_to_the_same_account()
    {
        _stage.Emulator.IssueCredential("federated", new("STS.third", "s", "t", TimeSpan.FromMinutes(15)));
        Assert.Equal(["OK", "OK"], new[] { First, new Caller("STS.third", "s", "t") }.Select(Ask));
        Assert.Equal("federated", _stage.Emulator.Snapshot().Calls[^1].Account);
        _stage.Pass(900);
        Assert.Equal("InvalidSecurityToken.Expired", Ask(new("STS.third", "s", "t")));
    }

    [Fact]
    public void Issuing_the_same_key_again_replaces_it()
    {
        _stage.Emulator.IssueCredential("federated", new("STS.first", "first-secret", "newer-token"));
        Assert.Equal("InvalidSecurityToken.MismatchWithAccessKey", Ask(First));
        Assert.Equal("OK", Ask(First with { Token = "newer-token" }));
    }

    [Fact]
    public void A_key_of_another_account_cannot_be_issued()
    {
        var credential = new CredentialSeed(Caller.Main.Key, "s");
        string WrongField(string account) =>
            Assert.Throws<EmulatorControlException>(() => _stage.Emulator.IssueCredential(account, credential)).Field;
        Assert.Equal(("accessKeyId", "account"), (WrongField("federated"), WrongField("nobody")));
        Assert.Equal("OK", Ask(Caller.Main));
    }

    [Fact]
    public void An_exported_credential_has_the_time_that_is_left()
    {
        _stage.Emulator.IssueCredential("federated", new("STS.third", "s", "t"));
        _stage.Pass(5400);
        var seed = EmulatorSeed.Parse(_stage.Emulator.Export(settle: false).ToYaml(), "export").Accounts.Single(a => a.Name == "federated");
        Assert.Equal(TimeSpan.Zero, seed.ExpiresIn);
        Assert.Equal([TimeSpan.FromMinutes(30), null], seed.OtherCredentials.Select(c => c.ExpiresIn));
    }

    [Fact]
    public void A_credential_never_shows_its_secret_or_token()
    {
        var credential = new CredentialSeed("STS.x", "hidden-secret", "hidden-token");
        Assert.DoesNotContain("hidden", credential.ToString(), StringComparison.Ordinal);
        _stage.Pass(3600);
        var refusal = _stage.CallAs(First, ListAction, ("RegionId", Stage.Region));
        Assert.DoesNotContain("first-token", Encoding.UTF8.GetString(refusal.Raw.Body.Span), StringComparison.Ordinal);
    }

    private static IEnumerable<Caller> Callers => [First, Second, Caller.Main];

    private string Ask(Caller caller) => _stage.CallAs(caller, ListAction, ("RegionId", Stage.Region)).Code;
}
