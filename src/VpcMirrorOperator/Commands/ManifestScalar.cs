using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;

namespace VpcMirrorOperator.Commands;

/// <summary>Writes texts of the cloud into a manifest, whatever they hold. Pure.</summary>
internal static class ManifestScalar
{
    /// <summary>The text in quotes: what JSON escapes, YAML understands.</summary>
    public static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    /// <summary>The text in a comment.</summary>
    public static string OneLine(string text) => Quoted(text)[1..^1];

    /// <summary>A field below <c>session</c>; nothing without a text.</summary>
    public static void AppendText(StringBuilder text, string field, string? value)
    {
        if (!string.IsNullOrEmpty(value)) text.Append($"    {field}: {Quoted(value)}\n");
    }

    /// <summary>The tags that an object may declare; the others are left alone, and told.</summary>
    public static void AppendTags(StringBuilder text, IReadOnlyDictionary<string, string>? tags)
    {
        List<KeyValuePair<string, string>> all = [.. tags ?? new Dictionary<string, string>()];
        var own = all.Where(tag => !IsForeign(tag)).Take(SpecLimits.MaxTags).ToList();
        foreach (var left in all.Except(own)) text.Append($"    # Left alone, since it is not for users: tag {OneLine(left.Key)}\n");
        if (own.Count > 0) text.Append("    tags:\n");
        foreach (var (key, value) in own) text.Append($"      {Quoted(key)}: {Quoted(value)}\n");
    }

    /// <summary>Tags of the operator and of the cloud.</summary>
    private static bool IsForeign(KeyValuePair<string, string> tag) => ReservedTags.Include(tag.Key)
        || ReservedTags.AreOfTheCloud(tag.Key) || ReservedTags.AreOfTheCloud(tag.Value);
}
