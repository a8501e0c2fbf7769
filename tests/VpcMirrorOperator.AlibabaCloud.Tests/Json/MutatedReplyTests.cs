using VpcMirrorOperator.AlibabaCloud.CredentialChain.Roles;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Sts;
using VpcMirrorOperator.AlibabaCloud.Transport;
using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.TestSupport.Fuzzing;
using VpcMirrorOperator.TestSupport.Vectors;

namespace VpcMirrorOperator.AlibabaCloud.Tests.Json;

/// <summary>Whatever a peer answers, decoding gives a response or a CloudException, never another exception.</summary>
public class MutatedReplyTests
{
    private const int Count = 20_000;
    private static readonly int[] Statuses = [200, 200, 200, 400, 429, 500, 503];

    private static readonly string[] Replies =
    [
        Vector.Load("09-error-400-throttling-user").ReplyBody,
        """
        {"RequestId":"R","TotalCount":"2","NextToken":"","TrafficMirrorSessions":[{"TrafficMirrorSessionId":"tms-1","Enabled":true,
        "TrafficMirrorSourceIds":["eni-1","eni-2"],"Priority":1,"VirtualNetworkId":"10","Tags":[{"Key":"k","Value":""}]},
        {"TrafficMirrorSessionId":"tms-2","TrafficMirrorSourceIds":[],"Tags":null}]}
        """,
        """{"RequestId":"R","Enabled":true}""",
        """
        {"RequestId":"R",
        "Credentials":{"AccessKeyId":"STS.a","AccessKeySecret":"s","SecurityToken":"t","Expiration":"2030-01-01T00:00:00Z"}}
        """,
        """{"Code":"Success","AccessKeyId":"STS.a","AccessKeySecret":"s","SecurityToken":"t","Expiration":"2030-01-01T00:00:00Z"}""",
        """{"RequestId":"R","HostId":"h","Code":"Throttling.User","Message":"m","Recommend":"r","AccessDeniedDetail":{"Code":"c"}}""",
        "<?xml version='1.0'?><Error><RequestId>R</RequestId><Code>Some.Code</Code><Message>Said &lt;so&gt;</Message></Error>",
    ];

    [Theory]
    [InlineData(20261126)]
    public void Decoding_a_spoiled_reply_throws_nothing_but_cloud_exceptions(int seed)
    {
        var random = new Random(seed);
        var outcomes = new Dictionary<string, int>();
        for (var i = 0; i < Count; i++)
        {
            var status = Statuses[random.Next(Statuses.Length)];
            var body = Mutations.Mutate(Replies[random.Next(Replies.Length)], random);
            foreach (var decode in Decoders)
            {
                var outcome = Try(decode, new(status, null, body), $"seed {seed}, reply {i}");
                outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
            }
        }
        var most = outcomes.OrderByDescending(outcome => outcome.Value).Take(8);
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}: {string.Join(", ", most)}");
        // Neither all read nor all refused: the mutations reach both sides.
        Assert.All(
            ["read", ClientErrorCodes.UnreadableReply, "Throttling.User"], outcome => Assert.InRange(outcomes[outcome], 100, int.MaxValue));
    }

    private static readonly Action<HttpReply>[] Decoders =
    [
        reply => Walk(RpcReply.Read(reply, new ListTrafficMirrorSessionsRequest { RegionId = "cn-hongkong" }, RequestSecrets.None)),
        reply => RpcReply.Read(reply, new GetTrafficMirrorServiceStatusRequest { RegionId = "cn-hongkong" }, RequestSecrets.None),
        reply => RpcReply.Read(reply, new AssumeRoleRequest { Role = new() { RoleArn = "acs:ram::1:role/r" } }, RequestSecrets.None)
            .Credentials?.ToCredentials("AssumeRole", "test"),
        reply => TemporaryKeys.Parse(reply.Body!.Value.Span, "GetCredentials", "test"),
        reply => OidcRoleSource.Parse(reply),
    ];

    /// <summary>What a reader does with a page.</summary>
    private static void Walk(ListTrafficMirrorSessionsResponse page)
    {
        foreach (var session in page.TrafficMirrorSessions ?? new([]))
        {
            Assert.NotNull(session);
            Assert.DoesNotContain(null, session.TrafficMirrorSourceIds ?? new([]));
            Assert.DoesNotContain(null, session.Tags ?? new([]));
        }
    }

    private static string Try(Action<HttpReply> decode, HttpReply reply, string which)
    {
        try
        {
            decode(reply);
            return "read";
        }
        catch (CloudException e)
        {
            return e.Code;
        }
        catch (Exception e)
        {
            var body = System.Text.Encoding.UTF8.GetString(reply.Body!.Value.Span);
            throw new InvalidOperationException($"{which}, HTTP {reply.Status}: {body}", e);
        }
    }
}
