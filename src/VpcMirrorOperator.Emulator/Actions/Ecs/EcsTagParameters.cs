using System.Collections.Immutable;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Actions.Ecs;

/// <summary>The parameters <c>Tag.N.Key</c> and <c>Tag.N.Value</c> (N at most 20) of ECS calls.</summary>
internal static class EcsTagParameters
{
    /// <summary>The key that asks for a resource group instead of a tag.</summary>
    private const string ResourceGroupKey = "acs:rm:rgId";

    private const int Most = 20;

    internal static (ImmutableArray<KeyValuePair<string, string?>> Tags, ApiError? Error) Read(CallParameters parameters)
    {
        ImmutableArray<KeyValuePair<string, string?>> tags = [..
            from n in Enumerable.Range(1, Most)
            let key = parameters.Text($"Tag.{n}.Key")
            where key is not null
            select KeyValuePair.Create(key, parameters.Text($"Tag.{n}.Value"))];
        if (parameters.Text($"Tag.{Most + 1}.Key") is not null)
            return (tags, EcsErrors.Invalid("Tag", $"at most {Most} are allowed"));
        var alone = Enumerable.Range(1, Most)
            .Any(n => parameters.Text($"Tag.{n}.Value") is not null && parameters.Text($"Tag.{n}.Key") is null);
        return (tags, alone ? EcsErrors.TagValueAlone : null);
    }

    /// <summary>Whether the interface has the tag; a key without a value asks for any value.</summary>
    internal static bool Matches(InterfaceSeed one, KeyValuePair<string, string?> tag) => tag.Key == ResourceGroupKey
        ? one.ResourceGroupId == (tag.Value ?? "")
        : one.Tags.TryGetValue(tag.Key, out var has) && (tag.Value is null || has == tag.Value);
}
