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
        .Text("name", SeedWords.NotEmpty(s.Name))
        .Text("description", SeedWords.NotEmpty(s.Description))
        .Text("status", s.Status == Defaults.Status ? null : s.Status.ToString())
        .Text("businessStatus", s.BusinessStatus == Defaults.BusinessStatus ? null : s.BusinessStatus.ToString())
        .Flag("enabled", s.Enabled, Defaults.Enabled)
        .Text("targetId", s.TargetId)
        .Text("targetType", s.TargetType)
        .Text("filterId", s.FilterId)
        .Number("priority", s.Priority, Defaults.Priority)
        .Number("virtualNetworkId", s.VirtualNetworkId, Defaults.VirtualNetworkId)
        .Number("packetLength", s.PacketLength, Defaults.PacketLength)
        .Text("resourceGroupId", SeedWords.NotEmpty(s.ResourceGroupId))
        .Text("creationTime", SeedTags.Text(s.CreationTime))
        .Map("tags", SeedTags.Node(s.Tags))
        .List("sources", s.Sources)
        .Duration("createdIn", s.CreatedIn)
        .Map("pending", s.Pending is { } pending ? Pending(pending) : new()).Node;

    private static YamlMappingNode Pending(PendingSeed pending)
    {
        var map = new MapWriter();
        map = pending.Verb switch
        {
            ChangeVerb.Update => map.Set("update", SessionUpdateReader.Write(pending.Update ?? new()).Node),
            ChangeVerb.Delete => map.Flag("delete", true, false),
            var verb => map.Set(SeedWords.CamelCase(verb.ToString()), MapWriter.List(pending.Ids)),
        };
        return map.Duration("modifyingIn", pending.ModifyingIn).Duration("endsIn", pending.EndsIn).Node;
    }
}
