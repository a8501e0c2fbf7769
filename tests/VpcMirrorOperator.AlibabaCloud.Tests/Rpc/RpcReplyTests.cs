using System.Net;
using VpcMirrorOperator.AlibabaCloud.Credentials;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Tagging;
using VpcMirrorOperator.AlibabaCloud.Tests.Doubles;
using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.TestSupport.Cloud;

namespace VpcMirrorOperator.AlibabaCloud.Tests.Rpc;

public class RpcReplyTests
{
    private static readonly ListTrafficMirrorSessionsRequest List = new() { RegionId = "cn-hongkong" };

    [Fact]
    public async Task A_session_is_read_with_every_field()
    {
        var page = await ListAsync(
            """
            {"RequestId":"R","TotalCount":"1","NextToken":"n","TrafficMirrorSessions":[{
              "TrafficMirrorSessionId":"tms-1","TrafficMirrorSessionName":"a","TrafficMirrorSessionDescription":"d",
              "TrafficMirrorSessionStatus":"Created","TrafficMirrorSessionBusinessStatus":"Normal",
              "TrafficMirrorSourceIds":["eni-1","eni-2"],
              "TrafficMirrorTargetId":"eni-9","TrafficMirrorTargetType":"NetworkInterface","TrafficMirrorFilterId":"tmf-1","Enabled":true,
              "Priority":1,"VirtualNetworkId":10,"PacketLength":1500,"ResourceGroupId":"rg-1","Tags":[{"Key":"k","Value":""}],
              "CreationTime":"2023-09-05T15:26Z","Unknown":{"x":[1]}}]}
            """);

        var session = Assert.Single(page.TrafficMirrorSessions!);
        Assert.Equal(("R", "1", "n"), (page.RequestId, page.TotalCount, page.NextToken));
        Assert.Equal(
            ("tms-1", "a", "d", "Created", "Normal"),
            (session.TrafficMirrorSessionId, session.TrafficMirrorSessionName, session.TrafficMirrorSessionDescription,
                session.TrafficMirrorSessionStatus, session.TrafficMirrorSessionBusinessStatus));
        Assert.Equal(["eni-1", "eni-2"], session.TrafficMirrorSourceIds!);
        Assert.Equal(
            ("eni-9", "NetworkInterface", "tmf-1", true, 1, 10, 1500, "rg-1", "2023-09-05T15:26Z"),
            (session.TrafficMirrorTargetId, session.TrafficMirrorTargetType, session.TrafficMirrorFilterId, session.Enabled,
                session.Priority, session.VirtualNetworkId, session.PacketLength, session.ResourceGroupId, session.CreationTime));
        Assert.Equal(new ResourceTag { Key = "k", Value = "" }, Assert.Single(session.Tags!));
    }

    [Theory]
    [InlineData("""{"TrafficMirrorSessions":[{}]}""")]
    [InlineData("""{"TrafficMirrorSessions":[{"TrafficMirrorSourceIds":null,"Tags":null}]}""")]
    [InlineData("""{"TrafficMirrorSessions":[{"TrafficMirrorSourceIds":"eni-1","Tags":{"Tag":[{}]}}]}""")]
    public async Task A_list_that_is_not_there_is_not_an_empty_list(string body)
    {
        var session = Assert.Single((await ListAsync(body)).TrafficMirrorSessions!);
        Assert.Null(session.TrafficMirrorSourceIds);
        Assert.Null(session.Tags);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"TrafficMirrorSessions":null}""")]
    [InlineData("""{"TrafficMirrorSessions":{"TrafficMirrorSession":[]}}""")]
    [InlineData("""{"trafficMirrorSessions":[]}""")]
    public async Task No_sessions_are_not_an_empty_page(string body) => Assert.Null((await ListAsync(body)).TrafficMirrorSessions);

    [Fact]
    public async Task An_empty_list_is_whole()
    {
        var page = await ListAsync("""{"TrafficMirrorSessions":[]}""");
        Assert.True(page.TrafficMirrorSessions is { Count: 0, IsWhole: true });
    }

    [Fact]
    public async Task Elements_that_cannot_be_read_are_left_out_and_counted()
    {
        var page = await ListAsync(
            """
            {"TrafficMirrorSessions":[null,7,
              {"TrafficMirrorSourceIds":["eni-1",null,5,[],{"a":["b"]},"eni-2"],"Tags":[null,{"Key":"k"}]},"x"]}
            """);
        var sessions = page.TrafficMirrorSessions!;
        Assert.Equal((1, 3, false), (sessions.Count, sessions.Unreadable, sessions.IsWhole));
        Assert.Equal(["eni-1", "eni-2"], sessions[0].TrafficMirrorSourceIds!);
        Assert.Equal((4, 1), (sessions[0].TrafficMirrorSourceIds!.Unreadable, sessions[0].Tags!.Unreadable));
    }

    [Fact]
    public async Task A_field_of_a_wrong_type_is_absent_and_the_rest_is_read()
    {
        var page = await ListAsync(
            """
            {"RequestId":["R"],"TotalCount":2,"NextToken":{"a":[1]},"TrafficMirrorSessions":[{"TrafficMirrorSessionId":"tms-1",
              "TrafficMirrorSessionDescription":12.50,"TrafficMirrorSessionName":true,"Enabled":1,"Priority":{"x":[1]},"PacketLength":"big",
              "VirtualNetworkId":99999999999,"CreationTime":["2023"]},
             {"TrafficMirrorSessionId":"tms-2","Enabled":"True","Priority":"7"}]}
            """);
        Assert.Equal((null, "2", null), (page.RequestId, page.TotalCount, page.NextToken));
        var (first, second) = (page.TrafficMirrorSessions![0], page.TrafficMirrorSessions[1]);
        Assert.Equal(
            ("tms-1", "12.50", "true", null, null, null, null, null),
            (first.TrafficMirrorSessionId, first.TrafficMirrorSessionDescription, first.TrafficMirrorSessionName, first.Enabled,
                first.Priority, first.PacketLength, first.VirtualNetworkId, first.CreationTime));
        Assert.Equal(("tms-2", true, 7), (second.TrafficMirrorSessionId, second.Enabled, second.Priority));
    }

    [Fact]
    public async Task Two_lists_of_one_name_are_no_answer()
    {
        var error = await FailAsync(200, """{"TrafficMirrorSessions":[{"TrafficMirrorSessionId":"tms-1"}],"TrafficMirrorSessions":[]}""");
        Assert.Equal(ClientErrorCodes.UnreadableReply, error.Code);
    }

    [Fact]
    public async Task The_service_status_is_read()
    {
        var client = TestClient.Create(new ScriptedHandler(_ => ScriptedHandler.Reply(200, """{"Enabled":true,"RequestId":"R"}""")));
        var status = await client.SendAsync(
            new GetTrafficMirrorServiceStatusRequest { RegionId = "cn-hongkong" }, TestContext.Current.CancellationToken);
        Assert.True(status.Enabled);
    }

    [Theory]
    [InlineData(200, "", true)]
    [InlineData(200, "null", true)]
    [InlineData(200, "<html>log in</html>", true)]
    [InlineData(200, """{"TrafficMirrorSessions":[{"Traffic""", true)]
    [InlineData(502, "<html>bad gateway</html>", true)]
    [InlineData(407, "<html>log in</html>", false)]
    [InlineData(404, "", false)]
    [InlineData(302, "", false)]
    public async Task An_unreadable_answer_has_its_own_code(int status, string body, bool unknown)
    {
        var error = await FailAsync(status, body);
        Assert.Equal(
            (ClientErrorCodes.UnreadableReply, status, unknown),
            (error.Code, error.HttpStatus, error.OutcomeUnknown));
    }

    [Fact]
    public async Task A_huge_answer_is_not_read_to_its_end()
    {
        var endless = new EndlessStream();
        var handler = new ScriptedHandler(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(endless) });

        var error = await Assert.ThrowsAsync<CloudException>(() => SendAsync(handler));

        Assert.Equal(ClientErrorCodes.UnreadableReply, error.Code);
        Assert.InRange(endless.Given, 16 * 1024 * 1024, 17 * 1024 * 1024);
    }

    [Fact]
    public async Task Secrets_are_cut_out_of_every_error()
    {
        const string secret = "TopSecretKey0", token = "TopSecretToken0";
        var body = $$"""{"Code":"Odd","Message":"refused {{secret}} and {{token}}","RequestId":"{{token}}"}""";
        var client = TestClient.Create(
            new ScriptedHandler(_ => ScriptedHandler.Reply(400, body)), credentials: new StaticCredentialsProvider("AK", secret, token));

        var error = await Assert.ThrowsAsync<CloudException>(() => client.SendAsync(List, TestContext.Current.CancellationToken));

        Assert.DoesNotContain("TopSecret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_attempt_has_a_fresh_nonce_and_date()
    {
        var time = TestClient.Time();
        var handler = new ScriptedHandler(_ => ScriptedHandler.Reply(200, "{}"));
        var client = TestClient.Create(handler, time);
        await client.SendAsync(List, TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromSeconds(1));
        await client.SendAsync(List, TestContext.Current.CancellationToken);

        Assert.Equal(["nonce1", "nonce2"], handler.Requests.Select(r => r.Headers["x-acs-signature-nonce"]));
        Assert.Equal(["2026-11-22T21:19:07Z", "2026-11-22T21:19:08Z"], handler.Requests.Select(r => r.Headers["x-acs-date"]));
    }

    [Fact]
    public async Task A_key_with_odd_characters_is_refused_before_sending()
    {
        var handler = new ScriptedHandler(_ => ScriptedHandler.Reply(200, "{}"));
        var client = TestClient.Create(handler, credentials: new StaticCredentialsProvider("LTAI\u20115t", "s"));
        var error = await Assert.ThrowsAsync<CloudException>(() => client.SendAsync(List, TestContext.Current.CancellationToken));
        Assert.Equal(ClientErrorCodes.NoCredentials, error.Code);
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public void Rate_limits_out_of_range_are_refused() => Assert.ThrowsAny<ArgumentException>(() => new RpcClient(
        new HttpMessageInvoker(new ScriptedHandler(_ => ScriptedHandler.Reply(200, "{}"))),
        new StaticCredentialsProvider("a", "b"), new() { RateBudget = new() { Writes = new(0, 1) } }, TimeProvider.System,
        new CountingNonces()));

    private static Task<ListTrafficMirrorSessionsResponse> ListAsync(string body) =>
        SendAsync(new ScriptedHandler(_ => ScriptedHandler.Reply(200, body)));

    private static Task<CloudException> FailAsync(int status, string body) => Assert.ThrowsAsync<CloudException>(() =>
        SendAsync(new ScriptedHandler(_ => ScriptedHandler.Reply(status, body))));

    private static Task<ListTrafficMirrorSessionsResponse> SendAsync(ScriptedHandler handler) =>
        TestClient.Create(handler).SendAsync(List, TestContext.Current.CancellationToken);
}
