using VpcMirrorOperator.Api.TrafficMirrorFilters;

namespace VpcMirrorOperator.Cloud;

/// <summary>A filter as the cloud showed it at one moment.</summary>
internal sealed record ObservedFilter
{
    /// <summary>The only status in which a filter takes changes.</summary>
    public const string Created = "Created";

    /// <summary>The filter is going away.</summary>
    public const string Deleting = "Deleting";

    /// <summary><c>tmf-…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>In the cloud's words.</summary>
    public required string Status { get; init; }

    /// <summary>Its name; null when it has none.</summary>
    public string? Name { get; init; }

    /// <summary>Its description; null when it has none.</summary>
    public string? Description { get; init; }

    /// <summary>The resource group that it is in; null when the cloud did not say.</summary>
    public string? ResourceGroupId { get; init; }

    /// <summary>Tags; null when the cloud did not say, or not wholly, which is not the same as none.</summary>
    public IReadOnlyList<KeyValuePair<string, string>>? Tags { get; init; }

    /// <summary>The rules of both directions, by direction and number.</summary>
    public required IReadOnlyList<ObservedRule> Rules { get; init; }

    /// <summary>Whether filter and rules take changes, so that nothing is being carried out.</summary>
    public bool IsSettled => Status == Created && Rules.All(rule => rule.IsSettled);

    /// <summary>The value of a tag; null when the filter shows none of this key.</summary>
    public string? TagValue(string key)
    {
        foreach (var tag in Tags ?? [])
            if (tag.Key == key)
                return tag.Value;
        return null;
    }

    /// <summary>The rules of a direction.</summary>
    public IEnumerable<ObservedRule> RulesOf(RuleDirection direction) => Rules.Where(rule => rule.Direction == direction);
}
