using System.Collections.Immutable;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Decisions;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>What a policy wrote of its session's sources: it goes before what somebody edited (rules P11 and P15). Pure.</summary>
internal static class PackedSources
{
    /// <summary>An edited list makes no source write until the policy has put it back.</summary>
    /// <returns>Null when it is as the policy wrote it, or no policy's.</returns>
    public static Decision.Wait? Edited(TrafficMirrorSession declared) => IsEdited(declared)
        ? new Decision.Wait(
            Reasons.SourcesEdited,
            "spec.sourceIds are not what the policy of this session wrote: no source is added or removed until the policy has put them"
                + " back. "
            + "Change the policy instead.", TimeSpan.FromMinutes(1))
        : null;

    /// <summary>What is to leave before anything is added: listed, and not to be there.</summary>
    /// <param name="declared">The object.</param>
    /// <param name="toRemove">What is listed and not declared.</param>
    public static ImmutableArray<string> RemoveFirst(TrafficMirrorSession declared, ImmutableArray<string> toRemove)
    {
        if (toRemove.IsEmpty || !declared.Metadata.Annotations.TryGetValue(Annotations.RemoveFirst, out var text)) return [];
        var first = Ids(text);
        return [.. toRemove.Where(first.Contains)];
    }

    private static bool IsEdited(TrafficMirrorSession declared) =>
        declared.Metadata.Annotations.TryGetValue(Annotations.Packed, out var text) && !Ids(text).SetEquals(declared.Spec.SourceIds);

    private static HashSet<string> Ids(string text) =>
        text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal);
}
