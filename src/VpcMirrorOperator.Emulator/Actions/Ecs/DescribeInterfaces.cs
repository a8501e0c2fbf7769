using System.Text.Json;
using System.Text.RegularExpressions;
using VpcMirrorOperator.Emulator.State;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Actions.Ecs;

/// <summary>
/// DescribeNetworkInterfaces. An instance or a vSwitch exists while an interface of the region names it. One pass over the region's
/// interfaces a page.
/// </summary>
internal static partial class DescribeInterfaces
{
    internal static ActionOutcome Run(ApiCall call)
    {
        var (region, error) = EcsRegion.Find(call);
        if (error is not null) return ActionOutcome.Refused(error);
        var (filter, filterError) = InterfaceFilter.Read(call.Parameters);
        if (filterError is not null) return ActionOutcome.Refused(filterError);
        var (page, pageError) = InterfacePage.Read(call);
        if ((pageError ?? CheckNames(call, region!, filter!)) is { } refusal) return ActionOutcome.Refused(refusal);

        var found = Candidates(region!, filter!).Where(one => filter!.Matches(one.Listed(call.Now)))
            .Take(filter!.IsCapped ? InterfacePage.MostWhenCapped : int.MaxValue).ToList();
        return new(JsonSerializer.SerializeToUtf8Bytes(Show(call, found, page!), EcsJson.Default.DescribeReply));
    }

    private static ApiError? CheckNames(ApiCall call, EmulatedRegion region, InterfaceFilter filter)
    {
        if (call.Parameters.Text("InstanceId") is { } instance)
        {
            if (!InstanceId.IsMatch(instance)) return EcsErrors.InstanceMalformed;
            if (!region.Interfaces().Any(one => one.Attributes.InstanceId == instance)) return EcsErrors.InstanceNotFound;
        }

        if (call.Parameters.Text("VSwitchId") is { } vSwitch && !region.Interfaces().Any(one => one.Attributes.VSwitchId == vSwitch))
            return EcsErrors.VSwitchNotFound;
        return call.Settings.UnknownInterfaceRefused && filter.Ids.Any(id => region.Interfaces?.Find(id) is null)
            ? EcsErrors.InterfaceNotFound
            : null;
    }

    private static IEnumerable<EmulatedInterface> Candidates(EmulatedRegion region, InterfaceFilter filter) => filter.Ids.IsEmpty
        ? region.Interfaces()
        : filter.Ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(id => region.Interfaces?.Find(id)).OfType<EmulatedInterface>();

    private static DescribeReply Show(ApiCall call, List<EmulatedInterface> found, InterfacePage page)
    {
        var start = page.Number is { } number
            ? (int)Math.Min((number - 1L) * page.Size, found.Count)
            : found.TakeWhile(one => page.LastId is not null && string.CompareOrdinal(one.Id, page.LastId) <= 0).Count();
        var shown = found.GetRange(start, Math.Min(page.Size, found.Count - start));
        var hasMore = page.Number is null && start + shown.Count < found.Count;
        // With tokens the total, the number and the size mean nothing: what the first page by number would have, and no count.
        return new(
            call.RequestId, hasMore ? PageToken.After(shown[^1].Id, call) : "", page.Number ?? 1, page.Number is null ? 10 : page.Size,
            page.Number is null ? 0 : found.Count,
            new([.. shown.Select(one => InterfaceReply.Of(one.Listed(call.Now), call.RegionId, call.Account.Name))]));
    }

    [GeneratedRegex(@"^i-[a-zA-Z0-9]+\z")]
    private static partial Regex InstanceId { get; }
}
