using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>
/// Which labels and annotations of a kind are read. The rest is never kept: an annotation may be 256 KiB long, and whoever may edit one
/// object could fill the memory of all. A value of more than <see cref="BoundedText.MaxBytes"/> is kept as its digest.
/// </summary>
/// <remarks>
/// Name what the operator reads, and what it writes: the difference of a write is made from what was read. What is not named is never
/// part of a difference, so no write takes it away.
/// </remarks>
public sealed record KeptMetadata
{
    /// <summary>Keys of annotations; default: none.</summary>
    public IReadOnlyList<string> Annotations { get; init; } = [];

    /// <summary>Those of <see cref="Annotations"/> that are kept whole, however long: the API server allows 256 KiB together.</summary>
    public IReadOnlyList<string> WholeAnnotations { get; init; } = [];

    /// <summary>Keeps every label, for what is selected by labels; default false.</summary>
    public bool AllLabels { get; init; }

    /// <summary>Keys of labels; default: none. Label selectors do not need them: the server applies them.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>How to read a type whose objects have <see cref="ObjectMeta"/> somewhere in them.</summary>
    /// <param name="type">From a source-generated context.</param>
    /// <returns>Reads only what is kept; writes as before.</returns>
    public JsonTypeInfo<T> Of<T>(JsonTypeInfo<T> type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var resolver = type.Options.TypeInfoResolver!.WithAddedModifier(Restrict);
        var options = new JsonSerializerOptions(type.Options) { TypeInfoResolver = resolver };
        return (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
    }

    private void Restrict(JsonTypeInfo type)
    {
        if (type.Type != typeof(ObjectMeta)) return;
        foreach (var property in type.Properties)
        {
            if (property.Name == "annotations") property.CustomConverter = new KeptTextsConverter(Annotations, WholeAnnotations);
            if (property.Name == "labels") property.CustomConverter = AllLabels ? new AllTextsConverter()
                : new KeptTextsConverter(Labels, []);
        }
    }
}
