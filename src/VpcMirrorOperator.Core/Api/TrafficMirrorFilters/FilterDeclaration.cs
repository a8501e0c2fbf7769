namespace VpcMirrorOperator.Api.TrafficMirrorFilters;

/// <summary>What is declared of a filter that the operator creates, beside its rules.</summary>
public sealed record FilterDeclaration
{
    /// <summary>1 to 128 characters, not starting with <c>http://</c> or <c>https://</c>.</summary>
    public string? Name { get; init; }

    /// <summary>1 to 256 characters, not starting with <c>http://</c> or <c>https://</c>.</summary>
    public string? Description { get; init; }

    /// <summary>The resource group that it is put into, <c>rg-…</c>; null for the default one. Immutable.</summary>
    public string? ResourceGroupId { get; init; }

    /// <summary>Tags that are kept as declared; others are left alone. At most 16, none of the operator's own (rule S1).</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }
}
