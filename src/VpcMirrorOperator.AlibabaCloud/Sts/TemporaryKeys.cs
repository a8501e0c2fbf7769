using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using VpcMirrorOperator.AlibabaCloud.Credentials;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Json;
using VpcMirrorOperator.Foreign;

namespace VpcMirrorOperator.AlibabaCloud.Sts;

/// <summary>The five fields in which STS, the metadata service and a credentials URI all answer.</summary>
internal sealed record TemporaryKeys
{
    /// <summary><c>Success</c> from the metadata service; absent from STS.</summary>
    public string? Code { get; init; }

    public string? AccessKeyId { get; init; }

    public string? AccessKeySecret { get; init; }

    public string? SecurityToken { get; init; }

    /// <summary>UTC, ISO 8601.</summary>
    public string? Expiration { get; init; }

    /// <summary>The keys in <paramref name="body"/> when it holds them directly.</summary>
    /// <exception cref="CloudException">Not such an answer.</exception>
    public static CloudCredentials Parse(ReadOnlySpan<byte> body, string action, string providerName)
    {
        try
        {
            var keys = JsonSerializer.Deserialize(body, TemporaryKeysJson.Default.TemporaryKeys) ?? new();
            return keys.ToCredentials(action, providerName);
        }
        catch (JsonException)
        {
            throw Unreadable(action, "is not JSON");
        }
    }

    /// <summary>The keys, checked for completeness.</summary>
    /// <exception cref="CloudException">A field is missing.</exception>
    public CloudCredentials ToCredentials(string action, string providerName)
    {
        if (Code is not (null or "" or "Success")) throw Unreadable(action, $"says {ForeignText.Clean(Code, ForeignText.WordLength)}");
        if (AccessKeyId is not { Length: > 0 } || AccessKeySecret is not { Length: > 0 } || SecurityToken is not { Length: > 0 })
            throw Unreadable(action, "lacks a key field");
        if (!DateTimeOffset.TryParse(Expiration, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var end))
            throw Unreadable(action, "lacks a readable Expiration");
        return new(AccessKeyId, AccessKeySecret, SecurityToken, end, providerName);
    }

    /// <summary>Shows nothing: a record would print the keys.</summary>
    public override string ToString() => nameof(TemporaryKeys);

    private static CloudException Unreadable(string action, string what) =>
        new(action, ClientErrorCodes.UnreadableReply, $"the answer {what}");
}

[JsonSourceGenerationOptions(Converters = [typeof(LenientTextConverter)])]
[JsonSerializable(typeof(TemporaryKeys))]
internal sealed partial class TemporaryKeysJson : JsonSerializerContext;
