using System.Collections.Immutable;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>Tags in calls that set them: at most 20, keys and values of at most 128 characters, some beginnings reserved.</summary>
internal static class TagParameters
{
    /// <summary>Tags that one resource can have, and one call can carry.</summary>
    internal const int Most = 20;

    private const int Longest = 128;

    internal static ImmutableSortedDictionary<string, string> Read(ParameterReader reader, string name)
    {
        var tags = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var indexes = reader.Parameters.Indexes(name);
        if (indexes.Length > Most) reader.Fail(CloudErrors.Illegal(name, $"at most {Most} tags are allowed"));
        foreach (var index in indexes)
        {
            var key = reader.Parameters.Text($"{name}.{index}.Key");
            if (key is null) reader.Fail(CloudErrors.Missing($"{name}.{index}.Key"));
            var value = reader.Parameters.Text($"{name}.{index}.Value") ?? "";
            CheckText(reader, $"{name}.{index}.Key", key ?? "");
            CheckText(reader, $"{name}.{index}.Value", value);
            if (!tags.TryAdd(key ?? "", value)) reader.Fail(CloudErrors.DuplicatedTag);
        }

        return tags.ToImmutable();
    }

    private static void CheckText(ParameterReader reader, string name, string text)
    {
        if (text.Length > Longest) reader.Fail(CloudErrors.Illegal(name, $"it must have at most {Longest} characters"));
        if (text.StartsWith("aliyun", StringComparison.OrdinalIgnoreCase) || text.StartsWith("acs:", StringComparison.OrdinalIgnoreCase))
            reader.Fail(CloudErrors.Illegal(name, "it must not start with aliyun or acs:"));
        if (text.Contains("http://", StringComparison.OrdinalIgnoreCase) || text.Contains("https://", StringComparison.OrdinalIgnoreCase))
            reader.Fail(CloudErrors.Illegal(name, "it must not contain http:// or https://"));
    }
}
