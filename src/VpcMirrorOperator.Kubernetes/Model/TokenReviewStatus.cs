using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>The answer of a <see cref="TokenReview"/>.</summary>
internal sealed record TokenReviewStatus
{
    /// <summary>Absent means no.</summary>
    [JsonPropertyName("authenticated")]
    public bool Authenticated { get; init; }

    /// <summary>Who holds the token; absent when nobody is known.</summary>
    [JsonPropertyName("user")]
    public UserInfo? User { get; init; }
}
