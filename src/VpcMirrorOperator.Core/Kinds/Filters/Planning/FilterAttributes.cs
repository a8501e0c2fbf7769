using System.Collections.Immutable;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;

namespace VpcMirrorOperator.Kinds.Filters.Planning;

/// <summary>What separates the declared name, description and tags of a created filter from those that it has. Pure.</summary>
internal static class FilterAttributes
{
    private const string Name = "TrafficMirrorFilterName";
    private const string Description = "TrafficMirrorFilterDescription";

    /// <summary>Each that differs, from what it is to what is declared. Tags that the cloud does not tell do not differ.</summary>
    public static ImmutableArray<AttributeChange> Diff(TrafficMirrorFilterSpec spec, ObservedFilter filter)
    {
        if (spec.Filter is not { } declared || spec.Policy() == ManagementPolicy.AddOnly) return [];
        return
        [
            .. Text("name", declared.Name, filter.Name), .. Text("description", declared.Description, filter.Description),
            .. Tags(declared, filter).SelectMany(tag => Text($"tags.{tag.Key}", tag.Value, filter.TagValue(tag.Key))),
        ];
    }

    /// <summary>What a filter that is created gets.</summary>
    public static ImmutableArray<AttributeChange> OfNew(FilterDeclaration? declared) =>
    [
        .. Text("name", declared?.Name, null), .. Text("description", declared?.Description, null),
        .. Text("resourceGroup", declared?.ResourceGroupId, null),
        .. (declared?.Tags ?? ImmutableDictionary<string, string>.Empty).OrderBy(tag => tag.Key, StringComparer.Ordinal)
            .SelectMany(tag => Text($"tags.{tag.Key}", tag.Value, null)),
    ];

    /// <summary>The write that comes next; null when nothing differs.</summary>
    public static OperationState? Next(FilterPlannerInput input, ObservedFilter filter)
    {
        if (input.Declared.Spec.Filter is not { } declared || Diff(input.Declared.Spec, filter).IsEmpty) return null;
        return Update(declared, filter) is { Count: > 0 } update
            ? FilterOperation.New(input, OperationVerb.Update, filter.Id, [], update)
            : FilterOperation.New(input, OperationVerb.Tag, filter.Id, [], TagParameters(declared, filter));
    }

    /// <summary>Whether a filter shows what a write of attributes asked for.</summary>
    public static bool Shows(ObservedFilter filter, OperationState operation)
    {
        var asked = operation.Parameters ?? ImmutableDictionary<string, string>.Empty;
        if (operation.Verb == OperationVerb.Update)
            return Is(asked, Name, filter.Name) && Is(asked, Description, filter.Description);
        return Enumerable.Range(1, asked.Count / 2).All(
            n => filter.TagValue(asked[$"Tag.{n}.Key"]) == asked.GetValueOrDefault($"Tag.{n}.Value", ""));
    }

    private static bool Is(IReadOnlyDictionary<string, string> asked, string parameter, string? actual) =>
        !asked.TryGetValue(parameter, out var wanted) || wanted == (actual ?? "");

    private static IReadOnlyDictionary<string, string> Update(FilterDeclaration declared, ObservedFilter filter)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        if (declared.Name is { } name && name != filter.Name) parameters[Name] = name;
        if (declared.Description is { } text && text != filter.Description) parameters[Description] = text;
        return OperationState.Recorded(parameters);
    }

    private static IReadOnlyDictionary<string, string> TagParameters(FilterDeclaration declared, ObservedFilter filter)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (index, tag) in Tags(declared, filter).Where(tag => filter.TagValue(tag.Key) != tag.Value).Index())
        {
            parameters[$"Tag.{index + 1}.Key"] = tag.Key;
            parameters[$"Tag.{index + 1}.Value"] = tag.Value;
        }

        return OperationState.Recorded(parameters);
    }

    private static IEnumerable<KeyValuePair<string, string>> Tags(FilterDeclaration declared, ObservedFilter filter) =>
        filter.Tags is null || declared.Tags is null ? [] : declared.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal);

    private static IEnumerable<AttributeChange> Text(string attribute, string? declared, string? actual)
    {
        if (declared is not null && declared != actual)
            yield return new AttributeChange { Attribute = attribute, Was = actual ?? "", Is = declared };
    }
}
