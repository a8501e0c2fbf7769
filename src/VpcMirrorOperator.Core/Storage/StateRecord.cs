using System.Collections.ObjectModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Storage;

/// <summary>What the API server would keep of one object: identity, versions, what was last declared, and the status.</summary>
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

    /// <summary>Absent for none.</summary>
    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    /// <summary>The objects that this one belongs to; absent for none.</summary>
    public IReadOnlyList<OwnerReference>? OwnerReferences { get; init; }

    /// <summary>What has to be done before the object may go; absent for nothing.</summary>
    public IReadOnlyList<string>? Finalizers { get; init; }

    /// <summary>Since when the object is to go; absent while it lives.</summary>
    public DateTimeOffset? DeletionTimestamp { get; init; }

    /// <summary>Whether the operator made the object: it then needs no manifest. A manifest of the same name takes it over.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool CreatedByOperator { get; init; }

    /// <summary>As declared.</summary>
    public required JsonObject Spec { get; init; }

    public JsonObject? Status { get; init; }

    /// <summary>Whether the operator made it for one of these owners.</summary>
    /// <param name="owners">Their uids; null for none.</param>
    public bool IsOwnedBy(IReadOnlySet<string>? owners) =>
        CreatedByOperator && owners is not null && OwnerReferences?.Any(owner => owners.Contains(owner.Uid)) == true;

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
        // One that is going is another life. Identity is by what is declared alone: what was created since is recorded in the status.
        if (old is null or { DeletionTimestamp: not null }
            || kind.Identity((old with { Status = null }).ToObject(kind.Type)) != kind.Identity(manifest))
            return Create(manifest.Metadata, kind.Spec(manifest), now, newUid());
        var declared = old.Change(kind, manifest);
        return old.CreatedByOperator
            ? declared with { ResourceVersion = old.ResourceVersion + 1, CreatedByOperator = false, OwnerReferences = null }
            : declared;
    }

    /// <summary>The record with other finalizers.</summary>
    /// <param name="finalizers">All that the object is to have.</param>
    /// <returns>Null when the object goes: it was to go, and nothing holds it any more.</returns>
    public StateRecord? WithFinalizers(IReadOnlyList<string> finalizers) => DeletionTimestamp is not null && finalizers.Count == 0 ? null
        : this with { ResourceVersion = ResourceVersion + 1, Finalizers = finalizers.Count == 0 ? null : finalizers };

    /// <summary>The record of an object that is to go.</summary>
    /// <param name="now">The time.</param>
    /// <returns>Null when nothing holds it: it is gone at once.</returns>
    public StateRecord? Deleted(DateTimeOffset now) => Finalizers is null ? null
        : DeletionTimestamp is not null ? this
        : this with { ResourceVersion = ResourceVersion + 1, DeletionTimestamp = TimeConverter.Truncate(now) };

    /// <summary>The record of an object that the operator makes; a former object of the same identity goes on with its status.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="former">What the folder has under this name; null for nothing.</param>
    /// <param name="item">The object as the operator wants it.</param>
    /// <param name="now">The time, for a new object.</param>
    /// <param name="newUid">Gives a new object its identity.</param>
    /// <exception cref="JsonException">The former record does not hold an object of the kind.</exception>
    public static StateRecord Make<T>(ResourceKind<T> kind, StateRecord? former, T item, DateTimeOffset now, Func<string> newUid)
        where T : class, IResource
    {
        var declared = Declare(kind, former, item, now, newUid);
        return declared with
        {
            ResourceVersion = declared.Uid == former?.Uid ? former.ResourceVersion + 1 : declared.ResourceVersion,
            CreatedByOperator = true,
            Finalizers = item.Metadata.Finalizers.Count == 0 ? null : item.Metadata.Finalizers,
            OwnerReferences = item.Metadata.OwnerReferences,
        };
    }

    /// <summary>The record with another spec, other labels or annotations; the same instance when nothing differs.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="item">The object as it shall be.</param>
    public StateRecord Change<T>(ResourceKind<T> kind, T item)
        where T : class, IResource
    {
        var spec = kind.Spec(item);
        var sameSpec = JsonNode.DeepEquals(Spec, spec);
        if (sameSpec && SameTexts(Annotations, item.Metadata.Annotations) && SameTexts(Labels, item.Metadata.Labels)) return this;
        return this with
        {
            ResourceVersion = ResourceVersion + 1,
            Generation = Generation + (sameSpec ? 0 : 1),
            Annotations = item.Metadata.Annotations,
            Labels = Some(item.Metadata.Labels),
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
        Labels = Labels ?? ReadOnlyDictionary<string, string>.Empty,
        Annotations = Annotations,
        OwnerReferences = OwnerReferences,
        Finalizers = Finalizers ?? [],
        DeletionTimestamp = DeletionTimestamp,
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
        Labels = Some(declared.Labels),
        Spec = spec,
    };

    private static IReadOnlyDictionary<string, string>? Some(IReadOnlyDictionary<string, string> texts) => texts.Count == 0 ? null : texts;

    private static bool SameTexts(IReadOnlyDictionary<string, string>? a, IReadOnlyDictionary<string, string> b) =>
        (a?.Count ?? 0) == b.Count && (a ?? b).All(entry => b.TryGetValue(entry.Key, out var value) && value == entry.Value);
}
