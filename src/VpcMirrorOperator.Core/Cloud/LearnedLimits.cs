using System.Collections.Concurrent;

namespace VpcMirrorOperator.Cloud;

/// <summary>What a process has learned about each region of one account. Thread-safe.</summary>
/// <param name="addBatchSize">The ids that one add call may hold, to begin with.</param>
public sealed class LearnedLimits(int addBatchSize = RegionLimits.DefaultAddBatchSize)
{
    private readonly ConcurrentDictionary<string, RegionLimits> _regions = new(StringComparer.Ordinal);

    /// <summary>What is known of a region now.</summary>
    /// <param name="regionId">For example <c>cn-hangzhou</c>.</param>
    public RegionLimits Of(string regionId) => _regions.GetValueOrDefault(regionId) ?? RegionLimits.Start(addBatchSize);

    /// <summary>Adds to what is known of a region.</summary>
    /// <param name="regionId">For example <c>cn-hangzhou</c>.</param>
    /// <param name="learn">From the old knowledge to the new; may run more than once.</param>
    public void Learn(string regionId, Func<RegionLimits, RegionLimits> learn) =>
        _regions.AddOrUpdate(regionId, _ => learn(RegionLimits.Start(addBatchSize)), (_, known) => learn(known));
}
