using System.Collections.Immutable;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>Tags in calls that look for them: all given must hold, and one without a value asks for the key alone.</summary>
internal static class TagFilter
{
    internal static ImmutableArray<KeyValuePair<string, string?>> Read(ParameterReader reader, string name)
    {
        var indexes = reader.Parameters.Indexes(name);
        if (indexes.Length > TagParameters.Most) reader.Fail(CloudErrors.Illegal(name, $"at most {TagParameters.Most} tags are allowed"));
        if (indexes.Any(index => reader.Parameters.Text($"{name}.{index}.Key") is null)) reader.Fail(CloudErrors.TagWithoutKey);
        return [.. indexes.Select(index => KeyValuePair.Create(
            reader.Parameters.Text($"{name}.{index}.Key") ?? "", reader.Parameters.Text($"{name}.{index}.Value")))];
    }

    internal static bool Matches(ImmutableArray<KeyValuePair<string, string?>> wanted, ImmutableSortedDictionary<string, string> tags) =>
        wanted.All(tag => tags.TryGetValue(tag.Key, out var has) && (tag.Value is null || has == tag.Value));
}
