using VpcMirrorOperator.Emulator.Interfaces;
using VpcMirrorOperator.Emulator.Seeds;

namespace VpcMirrorOperator.Emulator.State;

/// <summary>
/// Makes one change of network interfaces, or says why it is impossible. The codes are the emulator's choice, in the words of ECS.
/// </summary>
internal static class InterfaceChurn
{
    private const string Done = "OK";
    private const string WrongState = "InvalidOperation.InvalidEniState";

    /// <summary>Gives OK, or the code of a refusal; nothing changed then.</summary>
    internal static string Make(EmulatedInterfaces interfaces, InterfaceChange change, TimeSpan duration, DateTimeOffset at)
    {
        if (change.Verb == InterfaceVerb.Create) return Create(interfaces, change.Created!, duration, at);
        if (interfaces.Find(change.Id) is not { } found) return "InvalidEniId.NotFound";
        if (change.Verb == InterfaceVerb.Tag) return Tag(found, change);
        if (Next(found.Attributes, change) is not { } next) return WrongState;
        interfaces.Begin(found, next, at + duration);
        return Done;
    }

    private static string Create(EmulatedInterfaces interfaces, InterfaceSeed created, TimeSpan duration, DateTimeOffset at)
    {
        if (interfaces.Find(created.Id) is not null) return "InvalidEniId.AlreadyExists";
        interfaces.Add(created with { Status = InterfaceStatus.Creating, SettlesIn = duration, CreationTime = at }, at);
        return Done;
    }

    private static string Tag(EmulatedInterface found, InterfaceChange change)
    {
        var tags = found.Attributes.Tags.RemoveRange(change.RemovedTags).SetItems(change.Tags);
        if (tags.Count > 20) return "NumberExceed.Tags";
        found.Begin(found.Attributes with { Tags = tags }, found.SettlesAt);
        return Done;
    }

    private static InterfaceSeed? Next(InterfaceSeed now, InterfaceChange change) => (change.Verb, now.Status) switch
    {
        (InterfaceVerb.Attach, InterfaceStatus.Available) => now with
        {
            Status = InterfaceStatus.Attaching,
            InstanceId = change.InstanceId,
            TrunkId = change.TrunkId,
            DeviceIndex = change.DeviceIndex ?? 1,
        },
        (InterfaceVerb.Detach, InterfaceStatus.InUse) when now.Type != InterfaceType.Primary =>
            now with { Status = InterfaceStatus.Detaching },
        (InterfaceVerb.Delete, InterfaceStatus.Available) => now with { Status = InterfaceStatus.Deleting },
        (InterfaceVerb.Delete, InterfaceStatus.InUse) when now.Type == InterfaceType.Primary =>
            now with { Status = InterfaceStatus.Deleting },
        _ => null,
    };
}
