namespace VpcMirrorOperator.AlibabaCloud.Errors;

/// <summary>Makes a message of the cloud fit to be shown and logged.</summary>
internal static class ErrorText
{
    private const int MaxLength = 1000;

    // Real ones have 30 characters and more; a shorter text, as tests use, would cut words apart.
    private const int MinSecretLength = 8;

    /// <summary>
    /// Drops the echoed string to sign (the gateway appends it to a wrong signature's message; it holds security tokens), every
    /// text of <paramref name="secrets"/>, control characters, and whatever exceeds 1,000 characters.
    /// </summary>
    public static string Clean(string code, string? message, params ReadOnlySpan<string?> secrets)
    {
        if (code.StartsWith("SignatureDoesNotMatch", StringComparison.OrdinalIgnoreCase))
            return "the signature was refused: wrong secret for this access key id, or something on the network changed the request";
        var text = message ?? "";
        var echo = text.IndexOf("string to sign", StringComparison.OrdinalIgnoreCase);
        if (echo >= 0) text = text[..echo] + "…";
        foreach (var secret in secrets)
            if (secret?.Length >= MinSecretLength)
                text = text.Replace(secret, "***", StringComparison.Ordinal);
        text = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        if (text.Length > MaxLength) text = text[..MaxLength] + "…";
        return text.Length == 0 ? "the cloud gave no message" : text;
    }
}
