using System.Globalization;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;

namespace VpcMirrorOperator.Manifests;

/// <summary>Reads the tags of a session or filter (rule S1).</summary>
internal static class TagsReader
{
    private const string Field = "tags";

    /// <summary>The tags; null without the field.</summary>
    public static IReadOnlyDictionary<string, string>? Read(MapReader reader)
    {
        if (reader.Value(Field) is null) return null;
        var tags = reader.Texts(Field);
        if (tags.Count > SpecLimits.MaxTags)
            reader.Wrong(
                Field, string.Create(CultureInfo.InvariantCulture, $"{tags.Count} tags are more than {SpecLimits.MaxTags}"),
                "Remove some: the cloud takes 20, and the operator's own need room.");
        foreach (var (key, value) in tags)
            if (WhatIsWrong(key, value) is { } wrong) reader.Wrong(Field, $"\"{key}\": {wrong}", "Write another key or value.");
        return tags;
    }

    private static string? WhatIsWrong(string key, string value) => (key, value) switch
    {
        _ when key.Length is 0 or > SpecLimits.MaxTagLength => $"a key has 1 to {SpecLimits.MaxTagLength} characters",
        _ when value.Length > SpecLimits.MaxTagLength => $"a value has at most {SpecLimits.MaxTagLength} characters",
        _ when ReservedTags.Include(key) => $"keys that begin with {ReservedTags.Prefix} are the operator's own",
        _ when ReservedTags.AreOfTheCloud(key) || ReservedTags.AreOfTheCloud(value) => "nothing may begin with aliyun or acs:",
        _ when HasAddress(key) || HasAddress(value) => "nothing may hold http:// or https://",
        _ => null,
    };

    private static bool HasAddress(string text) =>
        text.Contains("http://", StringComparison.Ordinal) || text.Contains("https://", StringComparison.Ordinal);
}
