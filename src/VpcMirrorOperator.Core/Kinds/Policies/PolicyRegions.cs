using System.Collections.Concurrent;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Cloud;

namespace VpcMirrorOperator.Kinds.Policies;

/// <summary>The regions in which there are policies.</summary>
/// <param name="account">The account.</param>
/// <param name="time">The clock.</param>
internal sealed class PolicyRegions(CloudAccount account, TimeProvider time)
{
    private readonly ConcurrentDictionary<RegionRef, PolicyRegion> _regions = new();

    /// <summary>A region; nothing of it is read yet.</summary>
    public PolicyRegion Of(RegionRef region) => _regions.GetOrAdd(region, one => new PolicyRegion(account, one, time));
}
