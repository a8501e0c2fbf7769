using System.Globalization;
using System.Text.Json;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.State;

namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>ListTrafficMirrorSessions: pages of 1 to 100 sessions (default 10); ids that do not exist are left out.</summary>
internal static class ListSessions
{
    internal static ActionOutcome Run(ApiCall call)
    {
        var (region, error) = call.FindRegion();
        var (size, sizeError) = call.Parameters.Number("MaxResults", 1, 100);
        var (filter, filterError) = SessionFilter.Read(call);
        var (lastId, tokenError) = PageToken.Read(call);
        if ((error ?? sizeError ?? filterError ?? tokenError) is { } refusal) return ActionOutcome.Refused(refusal);

        var found = Candidates(call, region!, filter!).Where(filter!.Matches).ToList();
        var rest = found.SkipWhile(s => lastId is not null && string.CompareOrdinal(s.Id, lastId) <= 0).ToList();
        var page = rest.Take(size ?? 10).ToList();
        var next = page.Count < rest.Count ? PageToken.After(page[^1].Id, call) : null;
        var total = found.Count.ToString(CultureInfo.InvariantCulture);
        var reply = new ListReply(call.RequestId, total, next, [.. page.Select(s => Show(s, call.Now))]);
        return new(JsonSerializer.SerializeToUtf8Bytes(reply, ApiJson.Default.ListReply));
    }

    private static IEnumerable<EmulatedSession> Candidates(ApiCall call, EmulatedRegion region, SessionFilter filter)
    {
        if (filter.Ids.IsEmpty)
        {
            region.Advance(call.Now, call.Settings.ApplyAt);
            return region.Sessions;
        }

        return filter.Ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(id => region.Find(id, call.Now, call.Settings.ApplyAt)).OfType<EmulatedSession>();
    }

    private static SessionReply Show(EmulatedSession session, DateTimeOffset now)
    {
        var seed = session.Attributes;
        return new(
            seed.Id, seed.Name, seed.Description, session.ListedStatus(now).ToString(), seed.BusinessStatus.ToString(),
            session.Sources, seed.TargetId, seed.TargetType, seed.FilterId, session.IsOn, seed.Priority, seed.VirtualNetworkId,
            seed.PacketLength, seed.ResourceGroupId,
            SeedTags.Text(seed.CreationTime),
            [.. session.TagDelay.Shown(seed.Tags, now).Select(tag => new TagReply(tag.Key, tag.Value))]);
    }
}
