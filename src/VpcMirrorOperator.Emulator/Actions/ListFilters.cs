using System.Globalization;
using VpcMirrorOperator.Emulator.Filters;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.State;

namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>ListTrafficMirrorFilters: pages of 1 to 100 filters (default 10) with their rules; unknown ids are left out.</summary>
internal static class ListFilters
{
    internal static ActionOutcome Run(ApiCall call)
    {
        var (region, error) = call.FindRegion();
        var reader = new ParameterReader(call.Parameters);
        var size = reader.Number("MaxResults", 1, 100) ?? 10;
        var matches = Filter(reader, call.Now);
        var (lastId, tokenError) = PageToken.Read(call);
        if ((error ?? reader.Error ?? tokenError) is { } refusal) return ActionOutcome.Refused(refusal);

        region!.Advance(call.Now, call.Settings.ApplyAt);
        var found = region.Filters.All.Where(matches).ToList();
        var rest = found.SkipWhile(f => lastId is not null && string.CompareOrdinal(f.Id, lastId) <= 0).ToList();
        var page = rest.Take(size).ToList();
        var next = page.Count < rest.Count ? PageToken.After(page[^1].Id, call) : null;
        var total = found.Count.ToString(CultureInfo.InvariantCulture);
        List<FilterReply> shown = [.. page.Select(f => Show(f, call.Now))];
        return new(ApiJson.Bytes(new(call.RequestId, page.Count, size, total, next, shown), ApiJson.Default.ListFiltersReply));
    }

    private static Func<EmulatedFilter, bool> Filter(ParameterReader reader, DateTimeOffset now)
    {
        var ids = reader.List("TrafficMirrorFilterIds", 100);
        var name = reader.Text("TrafficMirrorFilterName", 128);
        var group = reader.Text("ResourceGroupId", 64);
        var tags = TagFilter.Read(reader, "Tags");
        return filter => (ids.IsEmpty || ids.Contains(filter.Id))
            && (name is null || filter.Attributes.Name == name)
            && (group is null || filter.Attributes.ResourceGroupId == group)
            && TagFilter.Matches(tags, filter.TagDelay.Shown(filter.Attributes.Tags, now));
    }

    private static FilterReply Show(EmulatedFilter filter, DateTimeOffset now)
    {
        var seed = filter.Attributes;
        return new(
            seed.Id, seed.Name, seed.Description, filter.ListedStatus(now).ToString(), SeedTags.Text(seed.CreationTime),
            seed.ResourceGroupId,
            [.. filter.TagDelay.Shown(seed.Tags, now).Select(tag => new TagReply(tag.Key, tag.Value))],
            Rules(filter, TrafficDirection.Ingress, now), Rules(filter, TrafficDirection.Egress, now));
    }

    private static List<RuleReply> Rules(EmulatedFilter filter, TrafficDirection direction, DateTimeOffset now) =>
        [.. filter.Rules.Where(rule => rule.Attributes.Direction == direction).Select(rule => Show(filter, rule, now))];

    private static RuleReply Show(EmulatedFilter filter, EmulatedRule rule, DateTimeOffset now)
    {
        var seed = rule.Attributes;
        return new(
            seed.Id, rule.ListedStatus(now).ToString(), filter.Id, seed.Direction.ToString().ToLowerInvariant(),
            SeedWords.Text(seed.Action), SeedWords.Text(seed.Protocol), seed.IpVersion.ToString(), seed.Priority,
            seed.SourceCidrBlock.ToString(), seed.DestinationCidrBlock.ToString(),
            seed.SourcePortRange.ToString(), seed.DestinationPortRange.ToString());
    }
}
