using System.Globalization;
using VpcMirrorOperator.AlibabaCloud.Credentials;

namespace VpcMirrorOperator.AlibabaCloud.Signing;

/// <summary>The headers that the current SDK signs and sends, as recorded in the wire vectors.</summary>
internal static class Acs3Headers
{
    private const string DateFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>All headers that take part in the signature; the caller adds Authorization.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Create(
        string host, string action, string version, DateTimeOffset now, string nonce, CloudCredentials credentials)
    {
        List<KeyValuePair<string, string>> headers =
        [
            new("host", host),
            new("x-acs-version", version),
            new("x-acs-action", action),
            new("x-acs-date", FormatDate(now)),
            new("x-acs-signature-nonce", nonce),
            new("x-acs-content-sha256", Acs3Signature.EmptyPayloadHash),
            new("x-acs-credentials-provider", credentials.ProviderName),
        ];
        if (credentials.SecurityToken is { } token)
        {
            headers.Add(new("x-acs-accesskey-id", credentials.AccessKeyId));
            headers.Add(new("x-acs-security-token", token));
        }
        return headers;
    }

    /// <summary>UTC with second precision, the only form the gateway takes.</summary>
    public static string FormatDate(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString(DateFormat, CultureInfo.InvariantCulture);
}
