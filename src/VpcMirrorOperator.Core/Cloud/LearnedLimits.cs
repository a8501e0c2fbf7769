using System.Collections.Concurrent;
using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Cloud;

/// <summary>What a process has learned about each region of each account. Thread-safe.</summary>
/// <param name="addBatchSize">The ids in one add call to begin with, 1 or more.</param>
public sealed class LearnedLimits(int addBatchSize)
{
    private readonly ConcurrentDictionary<RegionRef, RegionLimits> _regions = new();

    /// <summary>What is known of a region now.</summary>
    /// <param name="region">The region of an account.</param>
    public RegionLimits Of(RegionRef region) => _regions.GetValueOrDefault(region) ?? RegionLimits.Start(addBatchSize);

    /// <summary>Adds to what is known of a region.</summary>
    /// <param name="region">The region of an account.</param>
    /// <param name="learn">From the old knowledge to the new; may run more than once.</param>
    public void Learn(RegionRef region, Func<RegionLimits, RegionLimits> learn) =>
        _regions.AddOrUpdate(region, _ => learn(RegionLimits.Start(addBatchSize)), (_, known) => learn(known));
}
