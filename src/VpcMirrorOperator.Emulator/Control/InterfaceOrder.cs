using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Yaml;

namespace VpcMirrorOperator.Emulator.Control;

/// <summary>Reads and carries out one change of network interfaces: a scheduled change of a seed, with its account and region.</summary>
internal static class InterfaceOrder
{
    /// <summary>Gives OK, or the code with which the change is refused.</summary>
    internal static string Carry(VpcEmulator emulator, SeedNode body)
    {
        var map = InterfaceChangeReader.Fields(body, "account", "region");
        return emulator.ChangeNetworkInterface(
            map.Required("account").AsText(), map.Required("region").AsText(), InterfaceChangeReader.Read(map));
    }
}
