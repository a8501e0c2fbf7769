using System.Collections.ObjectModel;
using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>
/// The part of Kubernetes' <c>metadata</c> that an operator acts on. <c>managedFields</c> is left out on purpose: it is often a
/// quarter of an object and nothing here reads it. Of labels and annotations, JSON is read only as far as the kind says
/// (<see cref="KeptMetadata"/>; nothing otherwise), so that no object can fill the memory.
/// </summary>
/// <remarks>
/// A field that is missing or <c>null</c> reads as empty, except times and owners. Collections compare by reference, so two equal
/// objects that were read separately are not <c>==</c>; compare <see cref="Uid"/> and <see cref="ResourceVersion"/>.
/// </remarks>
public sealed record ObjectMeta
{
    private readonly ObjectVersion _version;
    private readonly long _creationTimestamp;
    private readonly long _deletionTimestamp;

    /// <summary>Name, unique in its namespace for one kind.</summary>
    [JsonPropertyName("name")]
    public string Name { get => field ?? ""; init; }

    /// <summary>Namespace; empty for a cluster-scoped object.</summary>
    [JsonPropertyName("namespace")]
    public string Namespace { get => field ?? ""; init; }

    /// <summary>Identity of this life of the object: another one after delete and create. Set by the API server.</summary>
    [JsonPropertyName("uid")]
    public string Uid { get => Life.ToString(); init => Life = new ObjectUid(value); }

    /// <summary><see cref="Uid"/>, to be compared without a text.</summary>
    [JsonIgnore]
    public ObjectUid Life { get; init; }

    /// <summary>Opaque version for optimistic locking; compare for equality only.</summary>
    [JsonPropertyName("resourceVersion")]
    public string ResourceVersion { get => _version.ToString(); init => _version = new ObjectVersion(value); }

    /// <summary>Counts changes of <c>spec</c>; a status write leaves it as it is.</summary>
    [JsonPropertyName("generation")]
    public long Generation { get; init; }

    /// <summary>When the API server created the object; whole seconds.</summary>
    [JsonPropertyName("creationTimestamp"), JsonConverter(typeof(TimeConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? CreationTimestamp { get => UtcTicks.Time(_creationTimestamp); init => _creationTimestamp = UtcTicks.Of(value); }

    /// <summary>Set once deletion was asked for; the object stays until <see cref="Finalizers"/> is empty.</summary>
    [JsonPropertyName("deletionTimestamp"), JsonConverter(typeof(TimeConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? DeletionTimestamp { get => UtcTicks.Time(_deletionTimestamp); init => _deletionTimestamp = UtcTicks.Of(value); }

    /// <summary>Labels; of an object that was read, those that its kind keeps.</summary>
    [JsonPropertyName("labels"), JsonConverter(typeof(KeptTextsConverter))]
    public IReadOnlyDictionary<string, string> Labels { get => field ?? ReadOnlyDictionary<string, string>.Empty; init; }

    /// <summary>Annotations, such as requests to the operator; of an object that was read, those that its kind keeps.</summary>
    [JsonPropertyName("annotations"), JsonConverter(typeof(KeptTextsConverter))]
    public IReadOnlyDictionary<string, string> Annotations { get => field ?? ReadOnlyDictionary<string, string>.Empty; init; }

    /// <summary>Names of those who must clean up before the object may vanish; at most 64 are read.</summary>
    [JsonPropertyName("finalizers"), JsonConverter(typeof(FinalizersConverter))]
    public IReadOnlyList<string> Finalizers { get => field ?? []; init; }

    /// <summary>Owners; null when there is none, so that nothing is written then. At most 16 are read.</summary>
    [JsonPropertyName("ownerReferences"), JsonConverter(typeof(OwnersConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<OwnerReference>? OwnerReferences { get; init; }

    /// <summary>Whether this is the same version of the same object.</summary>
    /// <param name="other">The other metadata.</param>
    public bool IsVersionOf(ObjectMeta other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Life == other.Life && _version == other._version;
    }

    /// <summary>The key under which this object is queued.</summary>
    [JsonIgnore]
    public ObjectKey Key => new(Namespace, Name);
}
