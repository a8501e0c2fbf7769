using System.Text.Json;

namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>What System.Text.Json throws for what it cannot read.</summary>
internal static class Json
{
    /// <summary>
    /// A text that is not JSON, or does not fit, or (an exception of another type) has half a surrogate pair in a string.
    /// </summary>
    public static bool IsUnreadable(Exception error) => error is JsonException or InvalidOperationException;
}
