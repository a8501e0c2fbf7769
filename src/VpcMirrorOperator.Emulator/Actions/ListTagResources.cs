using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>ListTagResources: the tags of the resources that have an id or the tags given; pages of 1 to 50 tags (default 50).</summary>
internal static class ListTagResources
{
    internal static ActionOutcome Run(ApiCall call)
    {
        var (region, error) = call.FindRegion();
        var reader = new ParameterReader(call.Parameters);
        var (sessions, type) = TaggedResource.Type(reader);
        var ids = reader.List("ResourceId", TagResources.MostResources);
        var tags = TagFilter.Read(reader, "Tag");
        var size = reader.Number("MaxResults", 1, 50) ?? 50;
        if (ids.IsEmpty && tags.IsEmpty) reader.Fail(CloudErrors.Missing("ResourceId"));
        var (last, tokenError) = PageToken.Read(call);
        if ((error ?? reader.Error ?? tokenError) is { } refusal) return ActionOutcome.Refused(refusal);

        region!.Advance(call.Now, call.Settings.ApplyAt);
        var rest = TaggedResource.All(region, sessions)
            .Where(resource => (ids.IsEmpty || ids.Contains(resource.Id)) && TagFilter.Matches(tags, resource.Shown(call.Now)))
            .SelectMany(resource => resource.Shown(call.Now).Select(tag => new TagResourceReply(resource.Id, type, tag.Key, tag.Value)))
            .SkipWhile(tag => last is not null && string.CompareOrdinal(Place(tag), last) <= 0).ToList();
        var page = rest.Take(size).ToList();
        var next = page.Count < rest.Count ? PageToken.After(Place(page[^1]), call) : null;
        return new(ApiJson.Bytes(new(call.RequestId, next, new(page)), ApiJson.Default.ListTagResourcesReply));
    }

    private static string Place(TagResourceReply tag) => $"{tag.ResourceId}\n{tag.TagKey}";
}
