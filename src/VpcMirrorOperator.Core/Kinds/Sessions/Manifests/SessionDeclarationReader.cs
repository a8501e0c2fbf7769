using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Manifests;

namespace VpcMirrorOperator.Kinds.Sessions.Manifests;

/// <summary>Reads <c>spec.session</c> under the same rules as the CRD's schema (rule S6).</summary>
internal static class SessionDeclarationReader
{
    private static readonly string[] Known =
    [
        "name", "description", "target", "filterRef", "filterId", "priority", "virtualNetworkId", "packetLength", "enabled", "tags",
        "resourceGroupId",
    ];

    /// <summary>The declaration; null without one.</summary>
    /// <param name="spec">The spec.</param>
    /// <param name="creates">Whether the session is created by it: then what a Create needs must be there.</param>
    /// <param name="errors">Where errors go.</param>
    public static SessionDeclaration? Read(MapReader spec, bool creates, ManifestErrors errors)
    {
        if (spec.Map("session") is not { } map) return null;
        var reader = new MapReader(map, spec.PathOf("session"), errors, Known);
        if (reader.Value("filterRef") is not null && reader.Value("filterId") is not null)
            reader.Wrong("filterId", "filterRef and filterId exclude each other", "Remove one of the two.");
        if (creates) RequireForCreate(reader);
        else if (reader.Value("resourceGroupId") is not null)
            reader.Wrong("resourceGroupId", "is only for a session that the operator creates", "Remove it.");
        return new SessionDeclaration
        {
            Name = DescribedText.Read(reader, "name", SpecLimits.MaxNameLength),
            Description = DescribedText.Read(reader, "description", SpecLimits.MaxDescriptionLength),
            Target = ReadTarget(reader, errors),
            FilterRef = ReadFilterObject(reader, errors),
            FilterId = ReadFilter(reader),
            Priority = NumberReader.Read(reader, "priority", 1, SpecLimits.MaxPriority),
            VirtualNetworkId = NumberReader.Read(reader, "virtualNetworkId", 0, SpecLimits.MaxVirtualNetworkId),
            PacketLength = NumberReader.Read(reader, "packetLength", SpecLimits.MinPacketLength, SpecLimits.MaxPacketLength),
            Enabled = reader.Boolean("enabled"),
            Tags = TagsReader.Read(reader),
            ResourceGroupId = DescribedText.ReadGroup(reader),
        };
    }

    /// <summary>What the cloud creates no session without (API page CreateTrafficMirrorSession).</summary>
    private static void RequireForCreate(MapReader reader)
    {
        const string otherwise = "Or name an existing session in spec.trafficMirrorSessionId.";
        if (reader.Value("target") is null)
            reader.Missing("target", $"Say where the copies go, with type and id. {otherwise}");
        if (reader.Value("priority") is null)
            reader.Missing("priority", $"Write a number from 1 to {SpecLimits.MaxPriority} that no other session has. {otherwise}");
        if (reader.Value("filterRef") is null && reader.Value("filterId") is null)
            reader.Missing("filterId", $"Name the filter that picks the traffic, tmf-…, or its object in filterRef. {otherwise}");
    }

    private static FilterObjectRef? ReadFilterObject(MapReader session, ManifestErrors errors)
    {
        if (session.Map("filterRef") is not { } map) return null;
        var reader = new MapReader(map, session.PathOf("filterRef"), errors, ["name"]);
        var name = reader.RequiredText("name", "Name a TrafficMirrorFilter of the same namespace.");
        if (name is not null && !IdPatterns.Name().IsMatch(name))
            reader.Wrong("name", $"\"{name}\" is not the name of an object", "Write metadata.name of a TrafficMirrorFilter.");
        return name is null ? null : new FilterObjectRef { Name = name };
    }

    private static SessionTarget? ReadTarget(MapReader session, ManifestErrors errors)
    {
        if (session.Map("target") is not { } map) return null;
        var reader = new MapReader(map, session.PathOf("target"), errors, ["type", "id"]);
        var type = reader.RequiredText("type", "Write NetworkInterface, or SLB for an internal load balancer.");
        var id = reader.RequiredText("id", "Name the network interface or the load balancer.");
        if (type is not null && !TargetSyntax.IsType(type))
            reader.Wrong(
                "type", $"\"{type}\" is not the type of a target", "Write NetworkInterface, or SLB for an internal load balancer.");
        if (id is not null && !TargetSyntax.IsId(id))
            reader.Wrong("id", $"\"{id}\" is not an id", "Write the id as the console shows it, for example eni-….");
        return type is null || id is null ? null : new SessionTarget { Type = type, Id = id };
    }

    private static string? ReadFilter(MapReader reader)
    {
        if (reader.Text("filterId") is not { } id) return null;
        if (!IdPatterns.Filter().IsMatch(id))
            reader.Wrong(
                "filterId", $"\"{id}\" is not a filter id",
                "Write tmf- and 1 to 60 lower-case letters and digits, as the console shows it.");
        return id;
    }
}
