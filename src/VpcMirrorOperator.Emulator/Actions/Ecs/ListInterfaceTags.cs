using System.Text.Json;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.State;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Actions.Ecs;

/// <summary>
/// ListTagResources of ECS for network interfaces: by ids, by tags, or by both. It has no MaxResults; the emulator's pages hold the
/// tags of 50 interfaces.
/// </summary>
internal static class ListInterfaceTags
{
    private const int PageSize = 50;

    internal static ActionOutcome Run(ApiCall call)
    {
        var (region, error) = EcsRegion.Find(call);
        var (ids, idError) = TaggedResources.ReadIds(call);
        var (tags, tagError) = EcsTagParameters.Read(call.Parameters);
        if ((error ?? idError ?? tagError) is { } refusal) return ActionOutcome.Refused(refusal);
        if (ids.IsEmpty && tags.IsEmpty) return ActionOutcome.Refused(CloudErrors.Missing("ResourceId"));
        var (lastId, tokenError) = PageToken.Read(call);
        if (tokenError is not null)
            return ActionOutcome.Refused(EcsErrors.Invalid("NextToken", "it is not from the page before of the same query"));

        var rest = Candidates(region!, ids).Select(one => one.Listed(call.Now))
            .Where(one => !one.Tags.IsEmpty && tags.All(tag => EcsTagParameters.Matches(one, tag)))
            .SkipWhile(one => lastId is not null && string.CompareOrdinal(one.Id, lastId) <= 0)
            .Take(PageSize + 1).ToList();
        var shown = rest.Take(PageSize).ToList();
        var next = rest.Count > PageSize ? PageToken.After(shown[^1].Id, call) : "";
        var reply = new ListTagsReply(call.RequestId, next, new([.. shown.SelectMany(Show)]));
        return new(JsonSerializer.SerializeToUtf8Bytes(reply, EcsJson.Default.ListTagsReply));
    }

    private static IEnumerable<EmulatedInterface> Candidates(EmulatedRegion region, IReadOnlyCollection<string> ids) => ids.Count == 0
        ? region.Interfaces()
        : ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(id => region.Interfaces?.Find(id)).OfType<EmulatedInterface>();

    private static IEnumerable<TaggedInterface> Show(InterfaceSeed one) =>
        one.Tags.Select(tag => new TaggedInterface(one.Id, TaggedResources.Type, tag.Key, tag.Value));
}
