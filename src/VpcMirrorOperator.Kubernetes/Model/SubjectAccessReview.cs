using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>Kubernetes' <c>authorization.k8s.io/v1</c> SubjectAccessReview.</summary>
internal sealed record SubjectAccessReview
{
    [JsonPropertyName("apiVersion")]
    public string ApiVersion { get; init; } = "authorization.k8s.io/v1";

    [JsonPropertyName("kind")]
    public string Kind { get; init; } = "SubjectAccessReview";

    [JsonPropertyName("spec")]
    public SubjectAccessReviewSpec? Spec { get; init; }

    [JsonPropertyName("status")]
    public SubjectAccessReviewStatus? Status { get; init; }
}
