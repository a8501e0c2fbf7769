using VpcMirrorOperator.Emulator.Interfaces;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.State;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>Whether a network interface can be named in a call.</summary>
internal static class InterfaceCheck
{
    /// <summary>The first refusal among the source ids of the call, in their order; null when all can be used.</summary>
    /// <param name="call">The call.</param>
    /// <param name="region">Its region. Where that declares interfaces, no others exist.</param>
    /// <param name="adding">Whether they are to become sources: what leaves a session needs only to exist.</param>
    internal static ApiError? Check(ApiCall call, EmulatedRegion region, bool adding) =>
        call.SourceIds.Select(id => CheckExists(call, region, id) ?? (adding ? CheckUse(call, region, id) : null))
            .FirstOrDefault(error => error is not null);

    /// <summary>Whether the interface can be a target: it exists, and no service manages it.</summary>
    internal static ApiError? CheckTarget(ApiCall call, EmulatedRegion region, string id) => CheckExists(call, region, id)
        ?? (region.Interfaces?.Find(id)?.Attributes.ServiceManaged == true ? Refused(call, id) : null);

    /// <summary>Whether there is the interface, and its instance.</summary>
    private static ApiError? CheckExists(ApiCall call, EmulatedRegion region, string id)
    {
        var interfaces = call.Cloud.NetworkInterfaces;
        var exists = region.Interfaces is { } declared
            ? declared.Find(id) is not null
            : interfaces.Existing?.Contains(id) ?? SeedPatterns.NetworkInterface.IsMatch(id);
        if (!exists || interfaces.Deleted.Contains(id)) return CloudErrors.InterfaceNotFound;
        return interfaces.WithoutInstance.Contains(id) ? CloudErrors.InstanceNotFound : null;
    }

    /// <summary>Whether the interface may be a source.</summary>
    private static ApiError? CheckUse(ApiCall call, EmulatedRegion region, string id)
    {
        if (region.Interfaces?.Find(id)?.Attributes is not { } found) return null;
        if (found.ServiceManaged || (found.Type == InterfaceType.Member && call.Settings.MembersRefused))
            return Refused(call, id);
        return call.Settings.SourceMustBeInUse && found.Status != InterfaceStatus.InUse
            ? CloudErrors.Bad(call.Settings.InterfaceNotInUseCode, $"The network interface {id} is {found.Status}.")
            : null;
    }

    private static ApiError Refused(ApiCall call, string id) =>
        CloudErrors.Bad(call.Settings.InterfaceRefusedCode, $"The network interface {id} can be neither source nor target.");
}
