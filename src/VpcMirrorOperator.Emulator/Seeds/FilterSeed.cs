using System.Collections.Immutable;
using VpcMirrorOperator.Emulator.Filters;

namespace VpcMirrorOperator.Emulator.Seeds;

/// <summary>One traffic mirror filter with its rules. The members are the fields that <c>ListTrafficMirrorFilters</c> returns.</summary>
public sealed record FilterSeed
{
    /// <summary>TrafficMirrorFilterId, <c>tmf-…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>TrafficMirrorFilterName; empty for none.</summary>
    public string Name { get; init; } = "";

    /// <summary>TrafficMirrorFilterDescription; empty for none.</summary>
    public string Description { get; init; } = "";

    /// <summary>TrafficMirrorFilterStatus. Anything but Created keeps the filter there, and writes are refused.</summary>
    public FilterStatus Status { get; init; } = FilterStatus.Created;

    /// <summary>ResourceGroupId; empty for none.</summary>
    public string ResourceGroupId { get; init; } = "";

    /// <summary>CreationTime; the API shows it to the minute.</summary>
    public DateTimeOffset CreationTime { get; init; } = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The filter's tags, at most 20.</summary>
    public ImmutableSortedDictionary<string, string> Tags { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The rules of both directions.</summary>
    public IReadOnlyList<RuleSeed> Rules { get; init; } = [];

    /// <summary>For a filter that is being created: when it is <c>Created</c> (0 to 72 h). Null for one that exists already.</summary>
    public TimeSpan? CreatedIn { get; init; }

    /// <summary>A change that was accepted and is not finished; null for none.</summary>
    public PendingUpdate<FilterUpdate>? Pending { get; init; }
}
