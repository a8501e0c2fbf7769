using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>
/// Opaque page tokens that need no memory: the last id shown, bound to the emulator and to the rest of the parameters,
/// which must stay the same from page to page.
/// </summary>
internal static class PageToken
{
    internal static string After(string lastId, ApiCall call) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Binding(call)}:{lastId}"));

    /// <summary>The id to go on after; null when the call asks for the first page.</summary>
    internal static (string? LastId, ApiError? Error) Read(ApiCall call)
    {
        if (call.Parameters.Text("NextToken") is not { } token) return (null, null);
        var text = Base64Url.IsValid(token) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)) : "";
        var binding = Binding(call) + ":";
        return text.StartsWith(binding, StringComparison.Ordinal)
            ? (text[binding.Length..], null)
            : (null, CloudErrors.InvalidNextToken);
    }

    private static string Binding(ApiCall call)
    {
        var bound = $"{call.Cloud.PageTokenSalt}:{call.Account.Name}:{call.Parameters.Fingerprint("NextToken", "MaxResults")}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(bound)).AsSpan(0, 8));
    }
}
