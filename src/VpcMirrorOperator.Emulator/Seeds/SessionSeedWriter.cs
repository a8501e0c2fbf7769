using System.Globalization;
using YamlDotNet.RepresentationModel;
using VpcMirrorOperator.Emulator.Sessions;
using VpcMirrorOperator.Emulator.Yaml;

namespace VpcMirrorOperator.Emulator.Seeds;

/// <summary>Writes one mirror session.</summary>
internal static class SessionSeedWriter
{
    private static readonly SessionSeed Defaults = new() { Id = "" };

    internal static YamlNode Write(SessionSeed s) => new MapWriter()
        .Text("id", s.Id)
        .Text("name", NotEmpty(s.Name))
        .Text("description", NotEmpty(s.Description))
        .Text("status", s.Status == Defaults.Status ? null : s.Status.ToString())
        .Text("businessStatus", s.BusinessStatus == Defaults.BusinessStatus ? null : s.BusinessStatus.ToString())
        .Flag("enabled", s.Enabled, Defaults.Enabled)
        .Text("targetId", s.TargetId)
        .Text("targetType", s.TargetType)
        .Text("filterId", s.FilterId)
        .Number("priority", s.Priority, Defaults.Priority)
        .Number("virtualNetworkId", s.VirtualNetworkId, Defaults.VirtualNetworkId)
        .Number("packetLength", s.PacketLength, Defaults.PacketLength)
        .Text("resourceGroupId", NotEmpty(s.ResourceGroupId))
        .Text("creationTime", s.CreationTime.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture))
        .Map("tags", Tags(s))
        .List("sources", s.Sources)
        .Duration("createdIn", s.CreatedIn)
        .Map("pending", s.Pending is { } pending ? Pending(pending) : new()).Node;

    private static string? NotEmpty(string text) => text.Length == 0 ? null : text;

    private static YamlMappingNode Tags(SessionSeed session)
    {
        var map = new MapWriter();
        foreach (var (key, value) in session.Tags) map.Text(key, value);
        return map.Node;
    }

    private static YamlMappingNode Pending(PendingSeed pending) => new MapWriter()
        .Set(pending.Verb == ChangeVerb.Add ? "add" : "remove", MapWriter.List(pending.Ids))
        .Duration("modifyingIn", pending.ModifyingIn)
        .Duration("endsIn", pending.EndsIn).Node;
}
