using System.Collections.Immutable;
using VpcMirrorOperator.Emulator.Interfaces;

namespace VpcMirrorOperator.Emulator.Seeds;

/// <summary>One change of the network interfaces of a region, now or later.</summary>
public sealed record InterfaceChange
{
    /// <summary>What happens.</summary>
    public required InterfaceVerb Verb { get; init; }

    /// <summary>The network interface.</summary>
    public required string Id { get; init; }

    /// <summary>When it happens, from now (in a seed: from the start of the emulator); 0 to 72 h.</summary>
    public TimeSpan After { get; init; }

    /// <summary>The instance to attach to.</summary>
    public string InstanceId { get; init; } = "";

    /// <summary>The trunk interface through which a member is attached; empty for none.</summary>
    public string TrunkId { get; init; } = "";

    /// <summary>The device index to attach at, 0 to 4095; null for 1.</summary>
    public int? DeviceIndex { get; init; }

    /// <summary>The interface to create; its status and its time to settle are the emulator's.</summary>
    public InterfaceSeed? Created { get; init; }

    /// <summary>Tags to set.</summary>
    public ImmutableSortedDictionary<string, string> Tags { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Keys of tags to remove.</summary>
    public ImmutableArray<string> RemovedTags { get; init; } = [];
}
