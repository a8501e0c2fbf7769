using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Kinds.Policies.Selection;

namespace VpcMirrorOperator.Kinds.Policies.Regions;

/// <summary>Interfaces of the inventory as selectors look at them. Pure.</summary>
internal static class InterfaceRecords
{
    /// <summary>One interface. What the cloud did not say matches no selector.</summary>
    public static InterfaceRecord Of(NetworkInterface one) => new()
    {
        Id = one.Id,
        Type = Enum.TryParse<InterfaceType>(one.Type, out var type) ? type : InterfaceType.Secondary,
        Zone = one.ZoneId,
        VpcId = one.VpcId,
        VSwitchId = one.VSwitchId,
        SecurityGroupIds = one.SecurityGroupIds ?? [],
        ResourceGroupId = one.ResourceGroupId,
        Tags = TagsOf(one.Tags),
    };

    private static Dictionary<string, string> TagsOf(IReadOnlyList<KeyValuePair<string, string>>? tags)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in tags ?? []) texts[tag.Key] = tag.Value;
        return texts;
    }
}
