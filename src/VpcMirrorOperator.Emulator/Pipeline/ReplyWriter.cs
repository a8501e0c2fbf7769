using System.Globalization;
using System.Text.Json;
using VpcMirrorOperator.Emulator.Actions;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Pipeline;

/// <summary>Writes replies as the pipeline does: JSON, or XML for V1 requests that did not ask for JSON.</summary>
internal static class ReplyWriter
{
    private const string Json = "application/json;charset=utf-8";
    private const string Xml = "text/xml;charset=utf-8";

    internal static EmulatorResponse Success(ReadOnlyMemory<byte> body, WireRequest request, string action, string requestId) =>
        new(200, Headers(request, requestId), Body(body, request, action + "Response"));

    internal static EmulatorResponse Failure(ApiError error, WireRequest request, string requestId)
    {
        var query = $"q={PercentEncoding.Encode(error.Code)}&product={request.Product}&requestId={requestId}";
        var recommend = $"https://api.aliyun.com/troubleshoot?{query}";
        var reply = new CloudErrorReply(requestId, request.Host, error.Code, error.Message, recommend);
        var headers = Headers(request, requestId);
        if (error.RetryAfterMs is { } milliseconds)
            headers.Add(new("x-acs-retry-after", milliseconds.ToString(CultureInfo.InvariantCulture)));
        var body = JsonSerializer.SerializeToUtf8Bytes(reply, ApiJson.Default.CloudErrorReply);
        return new(error.Status, headers, Body(body, request, "Error"));
    }

    private static List<KeyValuePair<string, string>> Headers(WireRequest request, string requestId) =>
        [new("Content-Type", request.WantsXml ? Xml : Json), new("x-acs-request-id", requestId)];

    private static ReadOnlyMemory<byte> Body(ReadOnlyMemory<byte> json, WireRequest request, string xmlRoot) =>
        request.WantsXml ? XmlReply.Write(xmlRoot, json) : json;
}
