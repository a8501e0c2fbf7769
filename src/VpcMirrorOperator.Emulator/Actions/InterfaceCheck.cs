using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Wire;




namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>Whether a network interface can be named in a call.</summary>
internal static class InterfaceCheck
{
    /// <summary>The first refusal among the ids, in their order; null when all can be used.</summary>
    internal static ApiError? Check(NetworkInterfaceSeed interfaces, IEnumerable<string> ids) =>
        ids.Select(id => Check(interfaces, id)).FirstOrDefault(error => error is not null);

    private static ApiError? Check(NetworkInterfaceSeed interfaces, string id)
    {
        if (interfaces.Deleted.Contains(id) || !(interfaces.Existing?.Contains(id) ?? SeedPatterns.NetworkInterface.IsMatch(id)))
            return CloudErrors.InterfaceNotFound;
        return interfaces.WithoutInstance.Contains(id) ? CloudErrors.InstanceNotFound : null;
    }
}
