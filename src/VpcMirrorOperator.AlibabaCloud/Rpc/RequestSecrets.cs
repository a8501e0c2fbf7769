using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using VpcMirrorOperator.AlibabaCloud.Credentials;

namespace VpcMirrorOperator.AlibabaCloud.Rpc;

/// <summary>
/// What a request carried that nobody may see again, in the forms in which a server can echo it: as it is, or percent-encoded once (in a
/// query) or twice (in a string to sign).
/// </summary>
internal sealed class RequestSecrets
{
    /// <summary>A request without secrets.</summary>
    public static readonly RequestSecrets None = new();

    // Real ones have 16 characters and more; a shorter text, as tests use, would cut words apart.
    private const int MinLength = 8;

    private static readonly JsonWriterOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string[] _forms;
    private readonly byte[][] _bytes;

    /// <param name="secrets">The texts to hide; null and short ones are left out.</param>
    public RequestSecrets(params IEnumerable<string?> secrets)
    {
        // The longest first: a form may be a part of another.
        _forms = [.. secrets.Where(s => s?.Length >= MinLength).SelectMany(s => Forms(s!)).Distinct().OrderByDescending(f => f.Length)];
        _bytes = [.. _forms.Select(Encoding.UTF8.GetBytes)];
    }

    /// <summary>Keys and signature of a signed request.</summary>
    public static RequestSecrets Of(CloudCredentials credentials, HttpRequestMessage signed)
    {
        var authorization = signed.Headers.TryGetValues("Authorization", out var values) ? values.First() : "";
        var signature = authorization[(authorization.LastIndexOf('=') + 1)..];
        return new(credentials.AccessKeySecret, credentials.SecurityToken, credentials.AccessKeyId, signature);
    }

    /// <summary>The text with <c>***</c> in the place of each secret.</summary>
    public string Hide(string text)
    {
        foreach (var form in _forms) text = text.Replace(form, "***", StringComparison.OrdinalIgnoreCase);
        return text;
    }

    /// <summary>A JSON text with asterisks in the place of each secret. Text that is no JSON is left to those who find that out.</summary>
    public ReadOnlyMemory<byte> Hide(ReadOnlyMemory<byte> json)
    {
        if (_bytes.Length == 0) return json;
        if (json.Span.Contains((byte)'\\')) json = WithoutEscapes(json);
        byte[]? hidden = null;
        foreach (var form in _bytes)
        {
            var from = 0;
            while ((hidden ?? json.Span)[from..].IndexOf(form) is >= 0 and var at)
            {
                hidden ??= json.ToArray();
                hidden.AsSpan(from + at, form.Length).Fill((byte)'*');
                from += at + form.Length;
            }
        }

        return hidden ?? json;
    }

    /// <summary>The same JSON without <c>\u0041</c> and the like, in which a secret could hide. Answers have no such escapes.</summary>
    private static ReadOnlyMemory<byte> WithoutEscapes(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var plain = new System.Buffers.ArrayBufferWriter<byte>(json.Length);
            using var writer = new Utf8JsonWriter(plain, Unescaped);
            document.WriteTo(writer);
            writer.Flush();
            return plain.WrittenMemory;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return json;
        }
    }

    private static IEnumerable<string> Forms(string secret)
    {
        var encoded = Uri.EscapeDataString(secret);
        return [secret, encoded, Lower(encoded), Uri.EscapeDataString(encoded), Lower(Uri.EscapeDataString(encoded))];
    }

    /// <summary>With <c>%2b</c> instead of <c>%2B</c>.</summary>
    private static string Lower(string encoded)
    {
        var lower = encoded.ToCharArray();
        for (var i = 0; i < lower.Length; i++)
            if (i > 0 && lower[i - 1] == '%' || i > 1 && lower[i - 2] == '%') lower[i] = char.ToLowerInvariant(lower[i]);
        return new string(lower);
    }
}
