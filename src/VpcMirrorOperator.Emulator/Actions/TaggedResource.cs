using System.Collections.Frozen;
using System.Collections.Immutable;
using VpcMirrorOperator.Emulator.State;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>A session or a filter, as the calls for tags and resource groups see it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="Delay">What lists still show of them.</param>
/// <param name="SetTags">Gives it other tags.</param>
/// <param name="MoveTo">Moves it to another resource group.</param>
internal sealed record TaggedResource(
    string Id,
    ImmutableSortedDictionary<string, string> Tags,
    TagDelay Delay,
    Action<ImmutableSortedDictionary<string, string>> SetTags,
    Action<string> MoveTo)
{
    private static readonly FrozenDictionary<string, bool> IsSession = new Dictionary<string, bool>(StringComparer.OrdinalIgnoreCase)
    {
        ["TRAFFICMIRRORSESSION"] = true,
        ["TRAFFICMIRRORFILTER"] = false,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>ResourceType in any case: callers write it in capitals and as one word.</summary>
    internal static (bool Sessions, string Name) Type(ParameterReader reader)
    {
        var text = reader.Required("ResourceType");
        if (IsSession.TryGetValue(text, out var sessions)) return (sessions, sessions ? "TRAFFICMIRRORSESSION" : "TRAFFICMIRRORFILTER");
        reader.Fail(CloudErrors.Illegal("ResourceType", "it must be TRAFFICMIRRORSESSION or TRAFFICMIRRORFILTER"));
        return (true, "");
    }

    /// <summary>The tags that lists show.</summary>
    internal ImmutableSortedDictionary<string, string> Shown(DateTimeOffset now) => Delay.Shown(Tags, now);

    /// <summary>Gives it other tags.</summary>
    internal void Change(ApiCall call, ImmutableSortedDictionary<string, string> tags)
    {
        Delay.Changed(Tags, call.Now, call.Settings.TagDelay);
        SetTags(tags);
    }

    /// <summary>All of the region, by id.</summary>
    internal static IEnumerable<TaggedResource> All(EmulatedRegion region, bool sessions) =>
        sessions ? region.Sessions.Select(Of) : region.Filters.All.Select(Of);

    /// <summary>Those with the ids, in their order; the error names the kind that is missing.</summary>
    internal static (List<TaggedResource> Found, ApiError? Error) Find(EmulatedRegion region, bool sessions, IEnumerable<string> ids)
    {
        var wanted = ids.Distinct(StringComparer.Ordinal).ToList();
        var found = All(region, sessions).Where(resource => wanted.Contains(resource.Id)).ToList();
        return found.Count == wanted.Count ? (found, null) : (found, sessions ? CloudErrors.SessionNotFound : CloudErrors.FilterNotFound);
    }

    private static TaggedResource Of(EmulatedSession session) => new(
        session.Id, session.Attributes.Tags, session.TagDelay, tags => session.Attributes = session.Attributes with { Tags = tags },
        group => session.Attributes = session.Attributes with { ResourceGroupId = group });

    private static TaggedResource Of(EmulatedFilter filter) => new(
        filter.Id, filter.Attributes.Tags, filter.TagDelay, tags => filter.Attributes = filter.Attributes with { Tags = tags },
        group => filter.Attributes = filter.Attributes with { ResourceGroupId = group });
}
