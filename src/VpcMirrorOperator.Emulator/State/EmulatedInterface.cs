using VpcMirrorOperator.Emulator.Interfaces;
using VpcMirrorOperator.Emulator.Seeds;

namespace VpcMirrorOperator.Emulator.State;

/// <summary>The state machine of one network interface: a status that passes ends at a known moment, and then the next one holds.</summary>
internal sealed class EmulatedInterface(InterfaceSeed seed, DateTimeOffset start)
{
    internal string Id => Attributes.Id;

    /// <summary>The fields as they are now.</summary>
    internal InterfaceSeed Attributes { get; private set; } = seed with { SettlesIn = null };

    /// <summary>What lists still show of its tags.</summary>
    internal TagDelay TagDelay { get; } = new();

    /// <summary>When the status ends; null for one that stays.</summary>
    internal DateTimeOffset? SettlesAt { get; private set; } = start + seed.SettlesIn;

    /// <summary>The fields that lists show.</summary>
    internal InterfaceSeed Listed(DateTimeOffset now)
    {
        var tags = TagDelay.Shown(Attributes.Tags, now);
        return ReferenceEquals(tags, Attributes.Tags) ? Attributes : Attributes with { Tags = tags };
    }

    internal void Begin(InterfaceSeed attributes, DateTimeOffset? settlesAt) => (Attributes, SettlesAt) = (attributes, settlesAt);

    /// <summary>Ends the status that passes. False when the interface is gone by that.</summary>
    internal bool Settle()
    {
        SettlesAt = null;
        if (Settled(Attributes) is not { } next) return false;
        Attributes = next;
        return true;
    }

    /// <summary>As a seed; null for one that is gone once it has settled.</summary>
    internal InterfaceSeed? ToSeed(DateTimeOffset now, bool settle) =>
        settle && SettlesAt is not null ? Settled(Attributes) : Attributes with { SettlesIn = SettlesAt - now };

    private static InterfaceSeed? Settled(InterfaceSeed seed) => seed.Status switch
    {
        InterfaceStatus.Creating when seed.InstanceId.Length == 0 => seed with { Status = InterfaceStatus.Available },
        InterfaceStatus.Creating or InterfaceStatus.Attaching => seed with { Status = InterfaceStatus.InUse },
        InterfaceStatus.Detaching => seed with { Status = InterfaceStatus.Available, InstanceId = "", TrunkId = "", DeviceIndex = 1 },
        InterfaceStatus.Deleting => null,
        _ => seed,
    };
}
