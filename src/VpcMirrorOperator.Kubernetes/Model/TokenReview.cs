using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>Kubernetes' <c>authentication.k8s.io/v1</c> TokenReview. No record: the text of one would show the token.</summary>
internal sealed class TokenReview
{
    [JsonPropertyName("apiVersion")]
    public string ApiVersion { get; init; } = "authentication.k8s.io/v1";

    [JsonPropertyName("kind")]
    public string Kind { get; init; } = "TokenReview";

    [JsonPropertyName("spec")]
    public TokenReviewSpec? Spec { get; init; }

    [JsonPropertyName("status")]
    public TokenReviewStatus? Status { get; init; }
}
