using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Manifests;

namespace VpcMirrorOperator.Kinds.Filters.Manifests;

/// <summary>Reads <c>spec</c> under the same rules as the CRD's schema.</summary>
internal static class FilterSpecReader
{
    private static readonly string[] Known =
    [
        "regionId", "trafficMirrorFilterId", "filter", "ingressRules", "egressRules", "managementPolicy", "deletionPolicy", "suspend",
        "safety", "validateWithDryRun", "driftCheckInterval",
    ];

    public static TrafficMirrorFilterSpec Read(YamlMap map, ManifestErrors errors)
    {
        var reader = new MapReader(map, "spec", errors, Known);
        var id = ReadFilter(reader);
        return new TrafficMirrorFilterSpec
        {
            RegionId = ReadRegion(reader),
            TrafficMirrorFilterId = id,
            Filter = FilterDeclarationReader.Read(reader, errors),
            IngressRules = RuleListReader.Read(reader, "ingressRules", errors),
            EgressRules = RuleListReader.Read(reader, "egressRules", errors),
            ManagementPolicy = reader.Choice<ManagementPolicy>("managementPolicy"),
            DeletionPolicy = ReadDeletion(reader, creates: id is null),
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

    /// <summary>The id of an existing filter; null when <c>filter</c> declares one to be created, or when either is missing.</summary>
    private static string? ReadFilter(MapReader reader)
    {
        const string field = "trafficMirrorFilterId";
        var (id, creates) = (reader.Text(field), reader.Value("filter") is not null);
        if (reader.Value(field) is null && !creates)
            reader.Missing(field, "Name an existing filter, tmf-…, or declare one in filter, which is then created.");
        if (id is not null && creates)
            reader.Wrong("filter", "must not stand beside trafficMirrorFilterId", "Keep one of the two: an existing filter, or a new one.");
        if (id is not null && !IdPatterns.Filter().IsMatch(id))
            reader.Wrong(
                field, $"\"{id}\" is not a filter id", "Write tmf- and 1 to 60 lower-case letters and digits, as the console shows it.");
        return id;
    }

    private static FilterDeletionPolicy? ReadDeletion(MapReader reader, bool creates)
    {
        var policy = reader.Choice<FilterDeletionPolicy>("deletionPolicy");
        if (policy == FilterDeletionPolicy.Delete && !creates)
            reader.Wrong(
                "deletionPolicy", "Delete is only for a filter that the operator creates, and this one has an id", "Write Retain.");
        return policy;
    }

    private static FilterSafetySpec? ReadSafety(MapReader spec, ManifestErrors errors) => spec.Map("safety") is { } map
        ? new FilterSafetySpec { AllowEmpty = new MapReader(map, spec.PathOf("safety"), errors, ["allowEmpty"]).Boolean("allowEmpty") }
        : null;
}
