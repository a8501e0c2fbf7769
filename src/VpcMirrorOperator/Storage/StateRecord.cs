using System.Globalization;
using System.Text.Json;
using VpcMirrorOperator.Api;
using VpcMirrorOperator.Api.Json;
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

    public required DateTimeOffset CreationTimestamp { get; init; }

    public required IReadOnlyDictionary<string, string> Annotations { get; init; }

    public required TrafficMirrorSessionSpec Spec { get; init; }

    public TrafficMirrorSessionStatus? Status { get; init; }

    /// <summary>The record after a manifest was applied; the same instance when that changes nothing.</summary>
    /// <param name="old">The record so far; null for a new object.</param>
    /// <param name="manifest">The object as declared.</param>
    /// <param name="now">The time, for a new object.</param>
    /// <param name="newUid">Gives a new object its identity.</param>
    public static StateRecord Declare(StateRecord? old, TrafficMirrorSession manifest, DateTimeOffset now, Func<string> newUid)
    {
        // Region and session are immutable: with another one it is another object, and the old status must not speak for it.
        if (old is null || new SessionRef(old.Spec.RegionId, old.Spec.TrafficMirrorSessionId) != manifest.Session())
            return Create(manifest, now, newUid());
        var sameSpec = Json(old.Spec) == Json(manifest.Spec);
        if (sameSpec && SameTexts(old.Annotations, manifest.Metadata.Annotations)) return old;
        return old with
        {
            ResourceVersion = old.ResourceVersion + 1,
            Generation = old.Generation + (sameSpec ? 0 : 1),
            Annotations = manifest.Metadata.Annotations,
            Spec = manifest.Spec,
        };
    }

    public TrafficMirrorSession ToSession() => new()
    {
        Metadata = new ObjectMeta
        {
            Namespace = Namespace,
            Name = Name,
            Uid = Uid,
            ResourceVersion = ResourceVersion.ToString(CultureInfo.InvariantCulture),
            Generation = Generation,
            CreationTimestamp = CreationTimestamp,
            Annotations = Annotations,
        },
        Spec = Spec,
        Status = Status,
    };

    private static StateRecord Create(TrafficMirrorSession manifest, DateTimeOffset now, string uid) => new()
    {
        Format = CurrentFormat,
        Namespace = manifest.Metadata.Namespace,
        Name = manifest.Metadata.Name,
        Uid = uid,
        ResourceVersion = 1,
        Generation = 1,
        CreationTimestamp = TimeConverter.Truncate(now),
        Annotations = manifest.Metadata.Annotations,
        Spec = manifest.Spec,
    };

    private static string Json(TrafficMirrorSessionSpec spec) => JsonSerializer.Serialize(spec, OperatorJson.Default.TrafficMirrorSessionSpec);

    private static bool SameTexts(IReadOnlyDictionary<string, string> a, IReadOnlyDictionary<string, string> b) =>
        a.Count == b.Count && a.All(entry => b.TryGetValue(entry.Key, out var value) && value == entry.Value);
}
