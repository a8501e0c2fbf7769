using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace VpcMirrorOperator.Emulator.Tests.Support;

/// <summary>Signs V1 (HMAC-SHA1) requests for the tests, written from the protocol's description and from nothing of the product.</summary>
internal static class V1Caller
{
    /// <summary>The signed parameters as query or form; without <c>Format</c> when the format is null.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "The protocol prescribes HMAC-SHA1.")]
    public static string SignV1(
        this Caller caller, Stage stage, string action, string? format, string method = "GET", params (string Name, string Value)[] more)
    {
        var parameters = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["AccessKeyId"] = caller.Key, ["Action"] = action, ["RegionId"] = Stage.Region,
            ["SignatureMethod"] = "HMAC-SHA1", ["SignatureNonce"] = stage.Nonce(), ["SignatureVersion"] = "1.0",
            ["Timestamp"] = stage.Time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["Version"] = "2016-04-28",
        };
        if (format is not null) parameters["Format"] = format;
        if (caller.Token is not null) parameters["SecurityToken"] = caller.Token;
        foreach (var (name, value) in more) parameters[name] = value;
        var canonical = string.Join('&', parameters.Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value)}"));
        var toSign = Encoding.UTF8.GetBytes($"{method}&%2F&{Uri.EscapeDataString(canonical)}");
        var signature = Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(caller.Secret + "&"), toSign));
        return $"{canonical}&Signature={Uri.EscapeDataString(signature)}";
    }

    /// <summary>A signed GET request.</summary>
    public static EmulatorRequest GetV1(
        this Caller caller, Stage stage, string action, string? format, params (string Name, string Value)[] more) =>
        new("GET", "/?" + caller.SignV1(stage, action, format, "GET", more), [new("Host", "vpc.test")], ReadOnlyMemory<byte>.Empty);
}
