using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Manifests;

namespace VpcMirrorOperator.Kinds.Policies.Manifests;

/// <summary>Reads the spec of a policy under the rules of the schema.</summary>
internal static class PolicySpecReader
{
    private static readonly string[] Known =
    [
        "regionId", "sources", "exclude", "sharedInterfaces", "targets", "placement", "filterRef", "filterId", "sessionTemplate",
        "maxSourcesPerSession", "removalDelay", "schedule", "limits", "safety", "managementPolicy", "suspend", "deletionPolicy",
    ];

    /// <summary>The spec; what is wrong is among the errors.</summary>
    public static TrafficMirrorPolicySpec Read(YamlMap map, ManifestErrors errors)
    {
        var reader = new MapReader(map, "spec", errors, Known);
        if (reader.Value("sources") is null) reader.Missing("sources",
            "Select at least one thing: networkInterfaceIds, networkInterfaces, pods or nodes.");
        var spec = new TrafficMirrorPolicySpec
        {
            RegionId = ReadRegion(reader),
            Sources = SourceEntryReader.Read(reader, "sources", errors),
            Exclude = SourceEntryReader.Read(reader, "exclude", errors),
            SharedInterfaces = reader.Choice<SharedInterfaces>("sharedInterfaces"),
            Targets = PolicyTargetReader.Read(reader, errors),
            Placement = reader.Choice<Placement>("placement"),
            FilterRef = ReadFilterObject(reader, errors),
            FilterId = ReadFilter(reader),
            SessionTemplate = SessionTemplateReader.Read(reader, errors),
            MaxSourcesPerSession = NumberReader.Read(reader, "maxSourcesPerSession", 1, SpecLimits.MaxSources),
            RemovalDelay = DurationReader.Read(reader, "removalDelay", PolicyBounds.MaxRemovalDelay),
            Schedule = ScheduleReader.Read(reader, errors),
            Limits = ReadLimits(reader, errors),
            Safety = ReadSafety(reader, errors),
            ManagementPolicy = reader.Choice<ManagementPolicy>("managementPolicy"),
            Suspend = reader.Boolean("suspend"),
            DeletionPolicy = ReadDeletion(reader),
        };
        if (spec.SkipsShared() && spec.Policy() == ManagementPolicy.AddOnly)
            reader.Wrong("sharedInterfaces", "Skip needs to remove, and managementPolicy: AddOnly forbids it", "Change one of the two.");
        return spec;
    }

    private static string ReadRegion(MapReader reader)
    {
        var region = reader.RequiredText("regionId", "Name the region, for example cn-hangzhou.");
        if (region is not null && !IdPatterns.Region().IsMatch(region))
            reader.Wrong("regionId", $"\"{region}\" is not a region id", "Write the id, for example cn-hangzhou.");
        return region ?? "";
    }

    private static FilterReference? ReadFilterObject(MapReader spec, ManifestErrors errors)
    {
        if (spec.Value("filterRef") is null && spec.Value("filterId") is null)
            spec.Missing("filterId", "Name the filter that picks the traffic, tmf-…, or its object in filterRef.");
        if (spec.Map("filterRef") is not { } map) return null;
        if (spec.Value("filterId") is not null) spec.Wrong("filterId", "filterRef and filterId exclude each other",
            "Remove one of the two.");
        var reader = new MapReader(map, spec.PathOf("filterRef"), errors, ["name"]);
        var name = reader.RequiredText("name", "Name a TrafficMirrorFilter of the same namespace.");
        if (name is not null && !IdPatterns.Name().IsMatch(name))
            reader.Wrong("name", $"\"{name}\" is not the name of an object", "Write metadata.name of a TrafficMirrorFilter.");
        return name is null ? null : new FilterReference { Name = name };
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

    private static PolicyLimitsSpec? ReadLimits(MapReader spec, ManifestErrors errors) => spec.Map("limits") is { } map
        ? new PolicyLimitsSpec
        {
            MaxInterfaces = NumberReader.Read(
                new MapReader(map, spec.PathOf("limits"), errors, ["maxInterfaces"]), "maxInterfaces", 1, PolicyBounds.MaxInterfaces),
        }
        : null;

    private static PolicySafetySpec? ReadSafety(MapReader spec, ManifestErrors errors)
    {
        if (spec.Map("safety") is not { } map) return null;
        var reader = new MapReader(map, spec.PathOf("safety"), errors, ["maxRemovals", "allowEmpty"]);
        return new PolicySafetySpec { MaxRemovals = MaxRemovalsReader.Read(reader), AllowEmpty = reader.Boolean("allowEmpty") };
    }

    private static DeletionPolicy? ReadDeletion(MapReader reader)
    {
        var policy = reader.Choice<DeletionPolicy>("deletionPolicy");
        if (policy == DeletionPolicy.Detach)
            reader.Wrong("deletionPolicy", "Detach is only for sessions", "Write Retain, which keeps the sessions, or Delete.");
        return policy;
    }
}
