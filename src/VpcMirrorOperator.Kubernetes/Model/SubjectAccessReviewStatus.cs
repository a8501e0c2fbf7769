using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>The answer of a <see cref="SubjectAccessReview"/>.</summary>
internal sealed record SubjectAccessReviewStatus
{
    /// <summary>Absent means no.</summary>
    [JsonPropertyName("allowed")]
    public bool Allowed { get; init; }

    /// <summary>An explicit no, which wins.</summary>
    [JsonPropertyName("denied")]
    public bool Denied { get; init; }
}
