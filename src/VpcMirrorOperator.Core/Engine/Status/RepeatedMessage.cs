using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Engine.Status;

/// <summary>
/// One cause, one long line: what keeps thousands of objects from being read, such as credentials that are not there, is told in full of
/// the first of them. Thread-safe.
/// </summary>
internal sealed class RepeatedMessage
{
    /// <summary>Characters up to which a message is repeated as it is.</summary>
    internal const int MaxRepeated = 200;

    private volatile Told? _last;

    /// <summary>The message, or where it was told last when that was of another object and it is long.</summary>
    /// <param name="key">The object that it is told of.</param>
    /// <param name="message">The message.</param>
    public string Shorten(ObjectKey key, string message)
    {
        if (message.Length <= MaxRepeated) return message;
        if (_last is { } last && last.Message == message && last.Key != key)
            return $"the same as for {last.Key}; its line says it in full.";
        _last = new Told(key, message);
        return message;
    }

    private sealed record Told(ObjectKey Key, string Message);
}
