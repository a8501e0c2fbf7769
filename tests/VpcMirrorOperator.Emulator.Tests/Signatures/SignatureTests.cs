using System.Text;

namespace VpcMirrorOperator.Emulator.Tests.Signatures;

public class SignatureTests
{
    private const string ListAction = "ListTrafficMirrorSessions";
    private const string FormType = "application/x-www-form-urlencoded";
    private readonly Stage _stage = new();

    [Fact]
    public void A_wrong_secret_and_an_unknown_key_are_told_apart()
    {
        var wrong = _stage.CallAs(Caller.Main with { Secret = "other" }, ListAction, ("RegionId", Stage.Region));
        Assert.Equal((400, "SignatureDoesNotMatch"), (wrong.Status, wrong.Code));
        var unknown = _stage.CallAs(Caller.Main with { Key = "LTAInobody" }, ListAction, ("RegionId", Stage.Region));
        Assert.Equal((404, "InvalidAccessKeyId.NotFound"), (unknown.Status, unknown.Code));
    }

    [Fact]
    public void No_answer_repeats_a_secret_or_a_token()
    {
        var answer = _stage.CallAs(Caller.Sts with { Secret = "other" }, ListAction, ("RegionId", Stage.Region));
        var text = Encoding.UTF8.GetString(answer.Raw.Body.Span);
        Assert.Equal("SignatureDoesNotMatch", answer.Code);
        Assert.DoesNotContain("sts-token", text, StringComparison.Ordinal);
        Assert.DoesNotContain("sts-secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", EmulatorSeed.Parse(Stage.Yaml(), "x").Accounts[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_nonce_can_be_used_once()
    {
        var request = Sign();
        Assert.Equal("OK", _stage.Send(request).Code);
        Assert.Equal("SignatureNonceUsed", _stage.Send(request).Code);
    }

    [Fact]
    public void A_nonce_is_used_up_only_by_its_owner()
    {
        var nonce = _stage.Nonce();
        var forged = (Caller.Main with { Secret = "guess" }).Sign(ListAction, _stage.Time.GetUtcNow(), nonce, [("RegionId", Stage.Region)]);
        Assert.Equal("SignatureDoesNotMatch", _stage.Send(forged).Code);
        Assert.Equal("OK", _stage.Send(Sign(nonce: nonce)).Code);
    }

    [Theory]
    [InlineData(-15 * 60, "OK")]
    [InlineData(15 * 60, "OK")]
    [InlineData(-15 * 60 - 1, "InvalidTimeStamp.Expired")]
    [InlineData(15 * 60 + 1, "InvalidTimeStamp.Expired")]
    public void The_date_may_be_fifteen_minutes_off(int seconds, string code) =>
        Assert.Equal(code, _stage.Send(Sign(date: _stage.Time.GetUtcNow().AddSeconds(seconds))).Code);

    [Fact]
    public void A_replay_after_the_nonce_was_forgotten_fails_for_its_date()
    {
        var request = Sign(date: _stage.Time.GetUtcNow().AddMinutes(15));
        Assert.Equal("OK", _stage.Send(request).Code);
        _stage.Time.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal("SignatureNonceUsed", _stage.Send(request).Code);
        _stage.Time.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal("InvalidTimeStamp.Expired", _stage.Send(request).Code);
    }

    [Fact]
    public void A_malformed_date_is_refused() =>
        Assert.Equal("InvalidTimeStamp.Format", _stage.Send(WithHeader(Sign(), "x-acs-date", "yesterday")).Code);

    [Fact]
    public void An_STS_key_needs_exactly_its_token()
    {
        Assert.Equal("OK", _stage.CallAs(Caller.Sts, ListAction, ("RegionId", Stage.Region)).Code);
        Assert.Equal("MissingSecurityToken", _stage.CallAs(Caller.Sts with { Token = null }, ListAction, ("RegionId", Stage.Region)).Code);
        Assert.Equal("InvalidSecurityToken.MismatchWithAccessKey",
            _stage.CallAs(Caller.Sts with { Token = "other" }, ListAction, ("RegionId", Stage.Region)).Code);
        Assert.Equal("InvalidSecurityToken.MismatchWithAccessKey",
            _stage.CallAs(Caller.Main with { Token = "surplus" }, ListAction, ("RegionId", Stage.Region)).Code);
    }

    [Fact]
    public void An_unsigned_request_and_unsigned_headers_are_refused()
    {
        var bare = Sign() with { Headers = [new("host", "vpc.test")] };
        Assert.Equal("IncompleteSignature", _stage.Send(bare).Code);
        Assert.Equal("IncompleteSignature", _stage.Send(WithHeader(Sign(), "x-acs-extra", "1")).Code);
        Assert.Equal("IncompleteSignature", _stage.Send(WithHeader(Sign(), "authorization", "ACS3-HMAC-SHA256 Credential=x")).Code);
    }

    [Fact]
    public void The_body_is_covered_by_its_hash_and_carries_parameters()
    {
        var request = Caller.Main.Sign(ListAction, _stage.Time.GetUtcNow(), _stage.Nonce(), [], form: "RegionId=cn-hongkong&MaxResults=1");
        var tampered = request with { Body = Encoding.UTF8.GetBytes("RegionId=cn-hongkong&MaxResults=2") };
        Assert.Equal("SignatureDoesNotMatch", _stage.Send(tampered).Code);
        Assert.Single(_stage.Send(request).Body["TrafficMirrorSessions"]!.AsArray());
    }

    [Fact]
    public void The_signature_is_verified_from_decoded_parameters()
    {
        var request = Caller.Main.Sign(
            ListAction, _stage.Time.GetUtcNow(), _stage.Nonce(), [("RegionId", Stage.Region), ("TrafficMirrorSessionName", "a b*c~d!")]);
        Assert.Contains("a%20b%2Ac~d%21", request.Target, StringComparison.Ordinal);
        var loose = request with { Target = request.Target.Replace("a%20b%2Ac~d%21", "a+b*c%7Ed!", StringComparison.Ordinal) };
        Assert.Equal("OK", _stage.Send(loose).Code);
    }

    [Fact]
    public void GET_is_signed_and_answered_like_POST_and_other_methods_are_not()
    {
        Assert.Equal("OK", _stage.Send(Sign(method: "GET")).Code);
        Assert.Equal(405, _stage.Send(Sign(method: "PUT")).Status);
    }

    [Fact]
    public void Unknown_actions_versions_and_paths_are_no_API()
    {
        Assert.Equal((404, "InvalidApi.NotFound"), Shape(_stage.Call("DescribeVpcs", ("RegionId", Stage.Region))));
        Assert.Equal((404, "InvalidApi.NotFound"), Shape(_stage.Send(
            Caller.Main.Sign(ListAction, _stage.Time.GetUtcNow(), _stage.Nonce(), [("RegionId", Stage.Region)], version: "2014-05-26"))));
        Assert.Equal((404, "InvalidApi.NotFound"), Shape(_stage.Send(Sign() with { Target = "/v1/sessions" })));
    }

    [Fact]
    public void A_parameter_given_twice_is_refused() =>
        Assert.Equal("InvalidParameter", _stage.Send(Sign() with { Target = "/?RegionId=a&RegionId=b" }).Code);

    [Theory]
    [InlineData("GET", false)]
    [InlineData("POST", false)]
    [InlineData("POST", true)]
    public void V1_requests_are_accepted_in_query_and_form(string method, bool asForm)
    {
        var text = Caller.Main.SignV1(_stage, ListAction, "JSON", method);
        var request = asForm
            ? new EmulatorRequest(method, "/", [new("Host", "x"), new("Content-Type", FormType)], Encoding.UTF8.GetBytes(text))
            : new EmulatorRequest(method, "/?" + text, [new("Host", "x")], ReadOnlyMemory<byte>.Empty);
        Assert.Equal("OK", _stage.Send(request).Code);
        Assert.Equal("SignatureNonceUsed", _stage.Send(request).Code);
    }

    [Fact]
    public void Errors_have_the_gateway_s_shape()
    {
        var answer = _stage.Call(ListAction);
        Assert.Equal("MissingParameter", answer.Code);
        Assert.Matches("^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$", answer.RequestId);
        Assert.Equal("vpc.test", answer.Body["HostId"]!.GetValue<string>());
        var recommend = $"https://api.aliyun.com/troubleshoot?q=MissingParameter&product=Vpc&requestId={answer.RequestId}";
        Assert.Equal(recommend, answer.Body["Recommend"]!.GetValue<string>());
        Assert.Equal(answer.RequestId, answer.Header("x-acs-request-id"));
    }

    private static (int, string) Shape(Answer answer) => (answer.Status, answer.Code);

    private static EmulatorRequest WithHeader(EmulatorRequest request, string name, string value) =>
        request with { Headers = [.. request.Headers.Where(h => h.Key != name), new(name, value)] };

    private EmulatorRequest Sign(DateTimeOffset? date = null, string? nonce = null, string method = "POST") =>
        Caller.Main.Sign(ListAction, date ?? _stage.Time.GetUtcNow(), nonce ?? _stage.Nonce(), [("RegionId", Stage.Region)], method);
}
