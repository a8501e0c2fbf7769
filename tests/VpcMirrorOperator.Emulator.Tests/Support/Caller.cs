using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace VpcMirrorOperator.Emulator.Tests.Support;

/// <summary>Signs ACS3 requests for the tests, written from the protocol's description and from nothing of the product.</summary>
internal sealed record Caller(string Key, string Secret, string? Token = null)
{
    public static Caller Main { get; } = new("LTAIemulatormain", "main-secret");

    public static Caller Sts { get; } = new("STS.emulatorsts", "sts-secret", "sts-token");

    public EmulatorRequest Sign(
        string action, DateTimeOffset date, string nonce, IEnumerable<(string Name, string Value)> parameters,
        string method = "POST", string version = "2016-04-28", string? form = null)
    {
        var sorted = parameters.OrderBy(p => p.Name, StringComparer.Ordinal);
        var query = string.Join('&', sorted.Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}"));
        var body = Encoding.UTF8.GetBytes(form ?? "");
        var hash = Convert.ToHexStringLower(SHA256.HashData(body));
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["host"] = "vpc.test",
            ["x-acs-action"] = action,
            ["x-acs-content-sha256"] = hash,
            ["x-acs-date"] = date.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["x-acs-signature-nonce"] = nonce,
            ["x-acs-version"] = version,
        };
        if (form is not null) headers["content-type"] = "application/x-www-form-urlencoded";
        if (Token is not null) headers["x-acs-security-token"] = Token;
        var names = string.Join(';', headers.Keys);
        var canonical = $"{method}\n/\n{query}\n{string.Concat(headers.Select(h => $"{h.Key}:{h.Value}\n"))}\n{names}\n{hash}";
        var toSign = "ACS3-HMAC-SHA256\n" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(toSign)));
        headers["authorization"] = $"ACS3-HMAC-SHA256 Credential={Key},SignedHeaders={names},Signature={signature}";
        return new(method, "/?" + query, [.. headers], body);
    }
}

/// <summary>What the emulator answered, decoded.</summary>
internal sealed record Answer(EmulatorResponse Raw)
{
    public int Status => Raw.Status;

    public JsonNode Body => JsonNode.Parse(Raw.Body.Span)!;

    public string Code => Raw.Status == 200 ? "OK" : Raw.DropConnection ? "dropped" : Body[nameof(Code)]!.GetValue<string>();

    public string Message => Body[nameof(Message)]!.GetValue<string>();

    public string RequestId => Body[nameof(RequestId)]!.GetValue<string>();

    public string? Header(string name) => Raw.Headers.Where(h => h.Key == name).Select(h => h.Value).FirstOrDefault();
}
