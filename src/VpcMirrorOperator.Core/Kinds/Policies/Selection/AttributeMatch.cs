using VpcMirrorOperator.Api.TrafficMirrorPolicies;

namespace VpcMirrorOperator.Kinds.Policies.Selection;

/// <summary>
/// Whether an interface has all attributes that an entry names (rule P3: evaluated here, on what the inventory returned).
/// </summary>
internal static class AttributeMatch
{
    /// <summary>Whether all that is set holds.</summary>
    public static bool Matches(InterfaceSource source, InterfaceRecord one) =>
        Is(source.VpcId, one.VpcId) && Is(source.ResourceGroupId, one.ResourceGroupId)
        && IsAmong(source.VSwitchIds, one.VSwitchId)
        && (source.SecurityGroupId is not { } group || one.SecurityGroupIds.Contains(group, StringComparer.Ordinal))
        && (source.Types is not { Count: > 0 } types || types.Contains(one.Type))
        && (source.Tags is not { } tags || tags.All(tag => one.Tags.TryGetValue(tag.Key, out var value) && value == tag.Value));

    private static bool Is(string? wanted, string? has) => wanted is null || wanted == has;

    private static bool IsAmong(IReadOnlyList<string>? wanted, string? has) =>
        wanted is not { Count: > 0 } || (has is not null && wanted.Contains(has, StringComparer.Ordinal));
}
