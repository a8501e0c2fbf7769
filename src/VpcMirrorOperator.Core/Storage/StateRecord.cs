using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Storage;

/// <summary>What the API server would keep of one object: identity, versions, the spec last declared, and the status.</summary>
internal sealed record StateRecord
{
    public const string CurrentFormat = "vpcmirror.io/state-v1";

    /// <summary>Tells our files from others, and this format from later ones.</summary>
    public required string Format { get; init; }

    public required string Namespace { get; init; }

    public required string Name { get; init; }

    public required string Uid { get; init; }

    /// <summary>Grows with every write: the fence between two processes.</summary>
    public required long ResourceVersion { get; init; }

    /// <summary>Grows with every change of the spec.</summary>
    public required long Generation { get; init; }

    public required DateTimeOffset? CreationTimestamp { get; init; }

    public required IReadOnlyDictionary<string, string> Annotations { get; init; }

    /// <summary>As in the manifest.</summary>
    public required JsonObject Spec { get; init; }

    public JsonObject? Status { get; init; }

    /// <summary>The record after a manifest was applied; the same instance when that changes nothing.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="old">The record so far; null for a new object.</param>
    /// <param name="manifest">The object as declared.</param>
    /// <param name="now">The time, for a new object.</param>
    /// <param name="newUid">Gives a new object its identity.</param>
    /// <exception cref="JsonException">The old record does not hold an object of the kind.</exception>
    public static StateRecord Declare<T>(ResourceKind<T> kind, StateRecord? old, T manifest, DateTimeOffset now, Func<string> newUid)
        where T : class, IResource
    {
        var spec = SpecOf(kind.Type, manifest);
        if (old is null || kind.Identity(old.ToObject(kind.Type)) != kind.Identity(manifest)) return Create(manifest.Metadata, spec, now, newUid());
        var sameSpec = JsonNode.DeepEquals(old.Spec, spec);
        if (sameSpec && SameTexts(old.Annotations, manifest.Metadata.Annotations)) return old;
        return old with
        {
            ResourceVersion = old.ResourceVersion + 1,
            Generation = old.Generation + (sameSpec ? 0 : 1),
            Annotations = manifest.Metadata.Annotations,
            Spec = spec,
        };
    }

    /// <summary>The object, as an API server would give it.</summary>
    /// <exception cref="JsonException">The record does not hold an object of the kind.</exception>
    public T ToObject<T>(JsonTypeInfo<T> type) => new JsonObject
    {
        ["metadata"] = JsonSerializer.SerializeToNode(Metadata(), StateJson.Default.ObjectMeta),
        ["spec"] = Spec.DeepClone(),
        ["status"] = Status?.DeepClone(),
    }.Deserialize(type) ?? throw new JsonException("not an object");

    private ObjectMeta Metadata() => new()
    {
        Namespace = Namespace,
        Name = Name,
        Uid = Uid,
        ResourceVersion = ResourceVersion.ToString(CultureInfo.InvariantCulture),
        Generation = Generation,
        CreationTimestamp = CreationTimestamp,
        Annotations = Annotations,
    };

    private static StateRecord Create(ObjectMeta declared, JsonObject spec, DateTimeOffset now, string uid) => new()
    {
        Format = CurrentFormat,
        Namespace = declared.Namespace,
        Name = declared.Name,
        Uid = uid,
        ResourceVersion = 1,
        Generation = 1,
        CreationTimestamp = TimeConverter.Truncate(now),
        Annotations = declared.Annotations,
        Spec = spec,
    };

    private static JsonObject SpecOf<T>(JsonTypeInfo<T> type, T manifest) =>
        JsonSerializer.SerializeToNode(manifest, type)!["spec"]!.DeepClone().AsObject();

    private static bool SameTexts(IReadOnlyDictionary<string, string> a, IReadOnlyDictionary<string, string> b) =>
        a.Count == b.Count && a.All(entry => b.TryGetValue(entry.Key, out var value) && value == entry.Value);
}
