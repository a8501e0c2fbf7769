using System.Collections.Immutable;
using VpcMirrorOperator.Emulator.State;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Actions.Ecs;

/// <summary>What the tag calls of ECS have in common: a resource type and up to 50 ids.</summary>
internal static class TaggedResources
{
    internal const string Type = "eni";

    private const int Most = 50;

    /// <summary>The ids of the call, as they are written.</summary>
    internal static (ImmutableArray<string> Ids, ApiError? Error) ReadIds(ApiCall call)
    {
        var ids = call.Parameters.List("ResourceId");
        var error = call.Parameters.Text("ResourceType") switch
        {
            null => CloudErrors.Missing("ResourceType"),
            Type => ids.Length > Most ? EcsErrors.Invalid("ResourceId", $"at most {Most} are allowed") : null,
            _ => EcsErrors.OtherResource,
        };
        return (ids, error);
    }

    /// <summary>Gives an interface other tags.</summary>
    internal static void SetTags(ApiCall call, EmulatedInterface one, ImmutableSortedDictionary<string, string> tags)
    {
        one.TagDelay.Changed(one.Attributes.Tags, call.Now, call.Settings.TagDelay);
        one.Begin(one.Attributes with { Tags = tags }, one.SettlesAt);
    }

    /// <summary>The interfaces to tag or untag; each must exist.</summary>
    internal static (ImmutableArray<EmulatedInterface> Found, ApiError? Error) Find(ApiCall call)
    {
        var (region, regionError) = EcsRegion.Find(call);
        var (ids, idError) = ReadIds(call);
        if ((regionError ?? idError) is { } error) return ([], error);
        if (ids.IsEmpty) return ([], CloudErrors.Missing("ResourceId"));
        var found = ids.Distinct(StringComparer.Ordinal).Select(id => region!.Interfaces?.Find(id)).ToList();
        return found.Contains(null) ? ([], EcsErrors.InterfaceNotFound) : ([.. found.OfType<EmulatedInterface>()], null);
    }
}
