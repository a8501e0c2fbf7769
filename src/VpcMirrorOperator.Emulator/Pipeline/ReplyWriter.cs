using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using VpcMirrorOperator.Emulator.Actions;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Pipeline;

/// <summary>Writes answers in the gateway's shape: JSON, or XML errors for V1 requests that did not ask for JSON.</summary>
internal static class ReplyWriter
{
    private const string Json = "application/json;charset=utf-8";
    private const string Xml = "text/xml;charset=utf-8";

    internal static EmulatorResponse Success(ReadOnlyMemory<byte> body, string requestId) => new(200, Headers(Json, requestId), body);

    internal static EmulatorResponse Failure(ApiError error, WireRequest request, string requestId)
    {
        var recommend = $"https://api.aliyun.com/troubleshoot?q={PercentEncoding.Encode(error.Code)}&product=Vpc&requestId={requestId}";
        var reply = new CloudErrorReply(requestId, request.Host, error.Code, error.Message, recommend);
        var headers = Headers(request.WantsXml ? Xml : Json, requestId);
        if (error.RetryAfterMs is { } milliseconds)
            headers.Add(new("x-acs-retry-after", milliseconds.ToString(CultureInfo.InvariantCulture)));
        return new(error.Status, headers, request.WantsXml ? ErrorXml(reply) : ErrorJson(reply));
    }

    private static List<KeyValuePair<string, string>> Headers(string contentType, string requestId) =>
        [new("Content-Type", contentType), new("x-acs-request-id", requestId)];

    private static byte[] ErrorJson(CloudErrorReply reply) => JsonSerializer.SerializeToUtf8Bytes(reply, ApiJson.Default.CloudErrorReply);

    private static byte[] ErrorXml(CloudErrorReply reply)
    {
        var error = new XElement(
            "Error",
            new XElement(nameof(reply.RequestId), reply.RequestId),
            new XElement(nameof(reply.HostId), reply.HostId),
            new XElement(nameof(reply.Code), reply.Code),
            new XElement(nameof(reply.Message), reply.Message),
            new XElement(nameof(reply.Recommend), reply.Recommend));
        return Encoding.UTF8.GetBytes("<?xml version='1.0' encoding='UTF-8'?>" + error.ToString(SaveOptions.DisableFormatting));
    }
}
