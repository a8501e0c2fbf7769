using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Manifests;

namespace VpcMirrorOperator.Kinds.Filters.Manifests;

/// <summary>Reads <c>spec</c> under the same rules as the CRD's schema.</summary>
internal static class FilterSpecReader
{
    private static readonly string[] Known =
    [
        "regionId", "trafficMirrorFilterId", "ingressRules", "egressRules", "managementPolicy", "suspend", "safety", "validateWithDryRun",
        "driftCheckInterval",
    ];

    public static TrafficMirrorFilterSpec Read(YamlMap map, ManifestErrors errors)
    {
        var reader = new MapReader(map, "spec", errors, Known);
        return new TrafficMirrorFilterSpec
        {
            RegionId = ReadRegion(reader),
            TrafficMirrorFilterId = ReadFilter(reader),
            IngressRules = RuleListReader.Read(reader, "ingressRules", errors),
            EgressRules = RuleListReader.Read(reader, "egressRules", errors),
            ManagementPolicy = reader.Choice<ManagementPolicy>("managementPolicy"),
            Suspend = reader.Boolean("suspend"),
            Safety = ReadSafety(reader, errors),
            ValidateWithDryRun = reader.Boolean("validateWithDryRun"),
            DriftCheckInterval = DriftIntervalReader.Read(reader),
        };
    }

    private static string ReadRegion(MapReader reader)
    {
        var region = reader.RequiredText("regionId", "Name the region of the filter, for example cn-hangzhou.");
        if (region is not null && !IdPatterns.Region().IsMatch(region))
            reader.Wrong("regionId", $"\"{region}\" is not a region id", "Write the id, for example cn-hangzhou.");
        return region ?? "";
    }

    private static string ReadFilter(MapReader reader)
    {
        const string field = "trafficMirrorFilterId";
        var id = reader.RequiredText(field, "Name an existing filter, tmf-….");
        if (id is not null && !IdPatterns.Filter().IsMatch(id))
            reader.Wrong(
                field, $"\"{id}\" is not a filter id", "Write tmf- and 1 to 60 lower-case letters and digits, as the console shows it.");
        return id ?? "";
    }

    private static FilterSafetySpec? ReadSafety(MapReader spec, ManifestErrors errors) => spec.Map("safety") is { } map
        ? new FilterSafetySpec { AllowEmpty = new MapReader(map, spec.PathOf("safety"), errors, ["allowEmpty"]).Boolean("allowEmpty") }
        : null;
}
