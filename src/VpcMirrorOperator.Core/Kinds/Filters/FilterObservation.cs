using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Kinds.Filters.Planning;

namespace VpcMirrorOperator.Kinds.Filters;

/// <summary>One observation of a filter: what is declared, what the cloud shows, and what follows from it.</summary>
/// <param name="Declared">The object as read.</param>
/// <param name="Filter">The filter as read; null when the cloud does not list it, or it was not looked at.</param>
/// <param name="ReadAt">When the read was started; null when there was none.</param>
/// <param name="Plan">What to do.</param>
/// <param name="Memory">What this process knows of the filter.</param>
/// <param name="Now">The time of the observation.</param>
internal sealed record FilterObservation(
    TrafficMirrorFilter Declared, ObservedFilter? Filter, DateTimeOffset? ReadAt, FilterPlan Plan, FilterMemory Memory, DateTimeOffset Now);
