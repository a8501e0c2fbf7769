using System.Text.Json;

namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>What is asked of System.Text.Json, and what it throws for what it cannot read.</summary>
internal static class Json
{
    /// <summary>
    /// As deep as the API server reads. The usual 64 levels are more than any type has; an object that goes deeper does not fit, but is
    /// no reason to refuse the others of its list.
    /// </summary>
    public static readonly JsonReaderOptions Deep = new() { MaxDepth = 10_000 };

    /// <summary>
    /// A text that is not JSON, or does not fit, or (an exception of another type) has half a surrogate pair in a string.
    /// </summary>
    public static bool IsUnreadable(Exception error) => error is JsonException or InvalidOperationException;
}
