using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kinds.Sessions.Manifests;
using VpcMirrorOperator.Manifests;

namespace VpcMirrorOperator.Kinds.Policies.Manifests;

/// <summary>Reads <c>targets</c>.</summary>
internal static class PolicyTargetReader
{
    private static readonly string[] Known = ["type", "id", "zoneId", "maxSources", "virtualNetworkId"];

    /// <summary>The targets, each id once.</summary>
    public static IReadOnlyList<PolicyTarget> Read(MapReader spec, ManifestErrors errors)
    {
        if (spec.Value("targets") is null) spec.Missing("targets", "Say where the copies may go, each with type and id.");
        var targets = ListReader.Maps(spec, "targets", PolicyBounds.MaxTargets, (map, path) => Read(map, path, errors), errors);
        if (targets.GroupBy(target => target.Id).FirstOrDefault(group => group.Count() > 1) is { } twice)
            spec.Wrong("targets", $"{twice.Key} is there twice", "Keep one of the two.");
        return targets;
    }

    private static PolicyTarget? Read(YamlMap map, string path, ManifestErrors errors)
    {
        var reader = new MapReader(map, path, errors, Known);
        var type = reader.RequiredText("type", "Write NetworkInterface, or SLB for an internal load balancer.");
        var id = reader.RequiredText("id", "Name the network interface or the load balancer.");
        if (type is not null && !TargetSyntax.IsType(type))
            reader.Wrong("type", $"\"{type}\" is not the type of a target",
                "Write NetworkInterface, or SLB for an internal load balancer.");
        if (id is not null && !TargetSyntax.IsId(id))
            reader.Wrong("id", $"\"{id}\" is not an id", "Write the id as the console shows it, for example eni-….");
        var target = new PolicyTarget
        {
            Type = type ?? "",
            Id = id ?? "",
            ZoneId = reader.Text("zoneId"),
            MaxSources = NumberReader.Read(reader, "maxSources", 1, PolicyBounds.MaxSourcesOfTarget),
            VirtualNetworkId = NumberReader.Read(reader, "virtualNetworkId", 0, SpecLimits.MaxVirtualNetworkId),
        };
        return type is null || id is null ? null : target;
    }
}
