using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>The parameters that CreateTrafficMirrorSession and UpdateTrafficMirrorSessionAttribute share.</summary>
internal static class SessionParameters
{
    internal static SessionUpdate Read(ParameterReader reader)
    {
        var type = reader.Text("TrafficMirrorTargetType", 64);
        if (type is not null && !SeedWords.TargetType.ContainsKey(type))
            reader.Fail(CloudErrors.Illegal("TrafficMirrorTargetType", $"{type} is not a kind of target"));
        return new()
        {
            TargetType = type,
            TargetId = reader.Text("TrafficMirrorTargetId", 128),
            FilterId = reader.Text("TrafficMirrorFilterId", 128),
            Priority = reader.Number("Priority", 1, 32766),
            VirtualNetworkId = reader.Number("VirtualNetworkId", 0, 16777215),
            PacketLength = reader.Number("PacketLength", 64, 8500),
            Enabled = reader.Flag("Enabled"),
            Name = reader.Label("TrafficMirrorSessionName", 128),
            Description = reader.Label("TrafficMirrorSessionDescription", 256),
        };
    }
}
