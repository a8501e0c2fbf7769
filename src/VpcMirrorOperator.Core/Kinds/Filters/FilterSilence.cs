using Microsoft.Extensions.Logging;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Errors;
using VpcMirrorOperator.Engine.Status;

namespace VpcMirrorOperator.Kinds.Filters;

/// <summary>
/// Says that a filter is not observed, and why: <c>Ready</c> speaks only of what was seen, so a reconcile that ends without an observation
/// must
/// not leave an old <c>True</c> in place.
/// </summary>
internal sealed class FilterSilence(
    StatusWriter<TrafficMirrorFilter> status, FilterTransitions transitions, TimeProvider time, ILogger logger)
{
    /// <summary>For how long the reconciles of an object may end without a word.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    /// <summary>Reports a read that failed. A single failure is not news while the next try is a second away.</summary>
    public async ValueTask ReadFailedAsync(
        TrafficMirrorFilter declared, FilterMemories.Slot slot, CloudException error, CancellationToken cancellationToken)
    {
        var failures = slot.Memory.FailedReads + 1;
        slot.Memory = slot.Memory with { FailedReads = failures };
        var needsUser = CloudErrorTable.Of(error).NeedsUser;
        if (failures == 1 && !needsUser) return;
        logger.ReadFailed(declared.Key(), slot.Filter.RegionId, slot.Filter.FilterId, $"{error.Action}: {error.Code}");
        await ReportAsync(declared, slot, FilterFailure.Of("Cannot read the filter", error, needsUser), cancellationToken);
    }

    /// <summary>Begins a reconcile. When those before have ended without a word for too long, the object says at least that.</summary>
    /// <returns>The object as stored.</returns>
    public ValueTask<TrafficMirrorFilter> BeginAsync(
        TrafficMirrorFilter declared, FilterMemories.Slot slot, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        slot.SilentSince ??= now;
        if (now - slot.SilentSince <= Grace) return ValueTask.FromResult(declared);
        const string message = "The latest reconciles did not come to an observation: they wait for a slow cloud, or fail. They are "
            + "tried again by themselves; look into the log of the operator (Warning and Error lines of this object).";
        return ReportAsync(declared, slot, new FilterFailure(Reasons.NotObserved, message, NeedsUser: false, RequestId: null),
            cancellationToken);
    }

    private async ValueTask<TrafficMirrorFilter> ReportAsync(
        TrafficMirrorFilter declared, FilterMemories.Slot slot, FilterFailure failure, CancellationToken cancellationToken)
    {
        slot.Memory = transitions.RecordFailure(declared, slot.Memory, failure);
        var failed = FilterStatusBuilder.Failed(declared, failure, slot.ObservedAt, time.GetUtcNow());
        var stored = await status.WriteIfNewAsync(declared, failed, cancellationToken);
        slot.SilentSince = null;
        return stored;
    }
}
