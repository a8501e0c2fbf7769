using System.Globalization;

namespace VpcMirrorOperator.Manifests;

/// <summary>Reads what sessions and filters have in common: a text for people, a resource group.</summary>
internal static class DescribedText
{
    /// <summary>A text in the bounds that the API has for names and descriptions.</summary>
    public static string? Read(MapReader reader, string field, int longest)
    {
        if (reader.Text(field) is not { } text) return null;
        if (text.Length == 0 || text.Length > longest)
            reader.Wrong(
                field, string.Create(CultureInfo.InvariantCulture, $"must have 1 to {longest} characters, not {text.Length}"),
                "Write a shorter one, or leave the field out.");
        if (text.StartsWith("http://", StringComparison.Ordinal) || text.StartsWith("https://", StringComparison.Ordinal))
            reader.Wrong(field, "must not start with http:// or https://", "The cloud refuses it: write something before the address.");
        return text;
    }

    /// <summary>The id of a resource group.</summary>
    public static string? ReadGroup(MapReader reader)
    {
        if (reader.Text("resourceGroupId") is not { } id) return null;
        if (!IdPatterns.ResourceGroup().IsMatch(id))
            reader.Wrong("resourceGroupId", $"\"{id}\" is not the id of a resource group", "Write it as the console shows it, rg-….");
        return id;
    }
}
