using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.State;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>CreateTrafficMirrorFilter, with up to 10 rules of each direction or none; Creating, then Created.</summary>
internal static class CreateFilter
{
    internal static ActionOutcome Run(ApiCall call) => CheckedWrite.Run(call, reader =>
    {
        var filter = new FilterSeed
        {
            Id = "",
            Name = reader.Label("TrafficMirrorFilterName", 128) ?? "",
            Description = reader.Label("TrafficMirrorFilterDescription", 256) ?? "",
            ResourceGroupId = reader.Text("ResourceGroupId", 64) ?? ResourceGroups.Default,
            Tags = TagParameters.Read(reader, "Tag"),
            Rules = RuleParameters.Read(reader),
            CreationTime = call.Now,
        };
        return region => Check(call, region, filter);
    });

    private static WritePlan Check(ApiCall call, EmulatedRegion region, FilterSeed filter)
    {
        var (settings, rules) = (call.Settings, filter.Rules.Count);
        if (region.Filters.Count >= settings.MaxFilters)
            return CloudErrors.Bad(settings.FilterQuotaCode, $"More than {settings.MaxFilters} traffic mirror filters are not possible.");
        if (rules > settings.MaxRulesPerFilter) return CloudErrors.TooManyRules(settings.RuleQuotaCode, settings.MaxRulesPerFilter);
        return WritePlan.Answer(() => Create(call, region, filter));
    }

    private static Func<string, byte[]> Create(ApiCall call, EmulatedRegion region, FilterSeed filter)
    {
        var takes = ChangeTiming.Duration(call.Cloud);
        var created = filter with
        {
            Id = call.Cloud.NewId("tmf-"),
            CreatedIn = takes,
            Rules = [.. filter.Rules.Select(rule => rule with { Id = call.Cloud.NewId("tmr-"), CreatedIn = takes })],
        };
        region.Filters.Add(created, call.Now);
        region.Filters.Find(created.Id, call.Now, call.Settings.ApplyAt)!.TagDelay.Changed(
            created.Tags.Clear(), call.Now, call.Settings.TagDelay);
        region.Filters.Advance(call.Now, call.Settings.ApplyAt);
        return requestId => ApiJson.Bytes(new(requestId, created.Id, created.ResourceGroupId), ApiJson.Default.FilterCreatedReply);
    }
}
