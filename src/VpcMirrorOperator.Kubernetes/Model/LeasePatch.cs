using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>
/// A merge patch of a Lease under an optimistic lock. A patch and not a replacement, because others may keep labels, annotations or
/// owners on the Lease.
/// </summary>
internal sealed record LeasePatch(
    [property: JsonPropertyName("metadata")] VersionOnly Metadata, [property: JsonPropertyName("spec")] LeaseSpec Spec);
