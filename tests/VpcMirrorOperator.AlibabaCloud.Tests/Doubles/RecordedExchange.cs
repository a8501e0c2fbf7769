using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Moq;
using VpcMirrorOperator.AlibabaCloud.Credentials;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Signing;
using VpcMirrorOperator.TestSupport.Cloud;
using VpcMirrorOperator.TestSupport.Vectors;

namespace VpcMirrorOperator.AlibabaCloud.Tests.Doubles;

/// <summary>A recorded exchange of the official SDK, made again by our client.</summary>
internal static class RecordedExchange
{
    /// <summary>Sends a request with the recorded keys, time and nonce; the recorded reply answers it.</summary>
    /// <param name="vector">The record.</param>
    /// <param name="request">What the SDK was asked to send.</param>
    /// <param name="watch">Sees what was sent, also when the reply is an error.</param>
    public static async Task<(SeenRequest, TResponse)> SendAsync<TResponse>(
        Vector vector, IRpcRequest<TResponse> request, Action<SeenRequest>? watch = null) where TResponse : IRpcResponse
    {
        var handler = new ScriptedHandler(r =>
        {
            watch?.Invoke(r);
            return ScriptedHandler.Reply(vector.ReplyStatus, vector.ReplyBody, vector.ReplyHeaders);
        });
        var client = TestClient.Create(
            handler,
            new FakeTimeProvider(DateTimeOffset.Parse(vector.Header("x-acs-date"), CultureInfo.InvariantCulture)),
            endpoint: $"http://{vector.Header("host")}",
            credentials: new StaticCredentialsProvider(vector.AccessKeyId, vector.AccessKeySecret, vector.SecurityToken),
            nonces: Mock.Of<INonceSource>(source => source.Create() == vector.Header("x-acs-signature-nonce")));
        var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (Assert.Single(handler.Requests), response);
    }

    /// <summary>Fails unless the same bytes were sent: query, body, headers, signature.</summary>
    public static void AssertSame(Vector vector, SeenRequest seen)
    {
        Assert.Equal("POST", seen.Method);
        // Node leaves an asterisk as it is; what is signed has it encoded in both.
        Assert.Equal(vector.Text("rawQuery").Replace("*", "%2A", StringComparison.Ordinal), seen.Query);
        Assert.Equal("", seen.Body);
        string[] ours = ["user-agent", "connection", "content-length"];
        var expected = vector.Headers
            .Select(h => KeyValuePair.Create(h.Key.ToLowerInvariant(), h.Value))
            .Where(h => !ours.Contains(h.Key))
            .ToDictionary();
        var actual = seen.Headers.Where(h => h.Key != "User-Agent").ToDictionary(h => h.Key.ToLowerInvariant(), h => h.Value);
        Assert.Equal(expected, actual);
    }
}
