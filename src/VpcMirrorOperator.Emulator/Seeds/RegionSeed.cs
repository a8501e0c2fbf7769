using System.Collections.Immutable;

namespace VpcMirrorOperator.Emulator.Seeds;

/// <summary>One region of an account.</summary>
/// <param name="Id">The region id, for example <c>cn-hongkong</c>.</param>
/// <param name="ServiceOpened">Whether traffic mirroring is activated there; if not, writes answer
/// <c>OptInRequired.TrafficMirror</c>.</param>
/// <param name="Sessions">The region's mirror sessions; ids are unique in a region.</param>
public sealed record RegionSeed(string Id, bool ServiceOpened, IReadOnlyList<SessionSeed> Sessions)
{
    /// <summary>Target interfaces on the large instance types, which take 200 sources instead of 20.</summary>
    public ImmutableSortedSet<string> LargeTargets { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>The region's mirror filters; ids are unique in a region. A session may name a filter that is not among them.</summary>
    public IReadOnlyList<FilterSeed> Filters { get; init; } = [];

    /// <summary>The network interfaces that the region declares: then no others exist in it, and <c>DescribeNetworkInterfaces</c> shows
    /// them. Null for a region where <see cref="NetworkInterfaceSeed"/> says which ids exist.</summary>
    public IReadOnlyList<InterfaceSeed>? NetworkInterfaces { get; init; }

    /// <summary>What will happen to the declared interfaces.</summary>
    public IReadOnlyList<InterfaceChange> InterfaceChanges { get; init; } = [];

    /// <summary>What mirroring in this region has cost before the emulator started.</summary>
    public IReadOnlyList<MeteredSeed> Billed { get; init; } = [];
}
