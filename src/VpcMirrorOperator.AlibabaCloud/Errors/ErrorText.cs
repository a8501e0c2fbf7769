using VpcMirrorOperator.Foreign;

namespace VpcMirrorOperator.AlibabaCloud.Errors;

/// <summary>Makes the message of a refusal fit to be shown and logged.</summary>
internal static class ErrorText
{
    /// <summary>
    /// Drops the echoed string to sign: the gateway appends it to a wrong signature's message, and it holds security tokens. The rest is
    /// cleaned as any foreign text.
    /// </summary>
    /// <param name="code">The refusal's code.</param>
    /// <param name="message">The cloud's message, without the secrets that are known.</param>
    public static string Clean(string code, string? message)
    {
        if (code.StartsWith("SignatureDoesNotMatch", StringComparison.OrdinalIgnoreCase))
            return "the signature was refused: wrong secret for this access key id, or something on the network changed the request";
        var text = message ?? "";
        var echo = text.IndexOf("string to sign", StringComparison.OrdinalIgnoreCase);
        if (echo >= 0) text = text[..echo] + "…";
        text = ForeignText.Clean(text, ForeignText.MessageLength);
        return text.Length == 0 ? "the cloud gave no message" : text;
    }
}
