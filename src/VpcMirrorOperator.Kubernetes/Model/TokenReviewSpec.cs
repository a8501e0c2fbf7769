using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>The question of a <see cref="TokenReview"/>.</summary>
internal sealed class TokenReviewSpec
{
    /// <summary>A bearer token, which is a secret.</summary>
    [JsonPropertyName("token")]
    public string Token { get; init; } = "";
}
