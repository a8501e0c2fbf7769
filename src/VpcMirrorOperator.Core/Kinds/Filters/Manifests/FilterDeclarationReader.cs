using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Manifests;

namespace VpcMirrorOperator.Kinds.Filters.Manifests;

/// <summary>Reads <c>spec.filter</c> under the same rules as the CRD's schema.</summary>
internal static class FilterDeclarationReader
{
    private static readonly string[] Known = ["name", "description", "resourceGroupId", "tags"];

    public static FilterDeclaration? Read(MapReader spec, ManifestErrors errors)
    {
        if (spec.Map("filter") is not { } map) return null;
        var reader = new MapReader(map, spec.PathOf("filter"), errors, Known);
        return new FilterDeclaration
        {
            Name = DescribedText.Read(reader, "name", SpecLimits.MaxNameLength),
            Description = DescribedText.Read(reader, "description", SpecLimits.MaxDescriptionLength),
            ResourceGroupId = DescribedText.ReadGroup(reader),
            Tags = TagsReader.Read(reader),
        };
    }
}
