using System.Collections.Immutable;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Actions.Ecs;

/// <summary>TagResources of ECS for network interfaces: sets 1 to 20 tags on 1 to 50 of them, at once; on all or none.</summary>
internal static class TagInterfaces
{
    private const int MostOfOne = 20;

    private static readonly string[] ForbiddenStarts = ["aliyun", "acs:", "http://", "https://"];

    internal static ActionOutcome Run(ApiCall call)
    {
        var (found, error) = TaggedResources.Find(call);
        var (tags, tagError) = EcsTagParameters.Read(call.Parameters);
        if ((error ?? tagError ?? Check(tags)) is { } refusal) return ActionOutcome.Refused(refusal);
        var set = tags.ToImmutableSortedDictionary(tag => tag.Key, tag => tag.Value ?? "", StringComparer.Ordinal);
        if (found.Any(one => one.Attributes.Tags.SetItems(set).Count > MostOfOne)) return ActionOutcome.Refused(EcsErrors.TooManyTags);
        foreach (var one in found) TaggedResources.SetTags(call, one, one.Attributes.Tags.SetItems(set));
        return new(ApiJson.WriteAccepted(call.RequestId), Executed: true);
    }

    private static ApiError? Check(ImmutableArray<KeyValuePair<string, string?>> tags)
    {
        if (tags.IsEmpty) return CloudErrors.Missing("Tag");
        if (tags.DistinctBy(tag => tag.Key, StringComparer.Ordinal).Count() < tags.Length)
            return EcsErrors.Invalid("Tag", "its keys must differ");
        return tags.Any(tag => IsForbidden(tag.Key) || (tag.Value ?? "").Length > 128)
            ? EcsErrors.Invalid("Tag", "keys have 1 to 128 characters and do not begin with aliyun, acs: or http; values have at most 128")
            : null;
    }

    private static bool IsForbidden(string key) =>
        key.Length > 128 || ForbiddenStarts.Any(start => key.StartsWith(start, StringComparison.OrdinalIgnoreCase));
}
