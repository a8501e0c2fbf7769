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

    private readonly Lock _lock = new();
    private Told? _last;

    /// <summary>The message, or where it was told last when that was of another object and it is long.</summary>
    /// <param name="key">The object that it is told of.</param>
    /// <param name="message">The message.</param>
    public string Shorten(ObjectKey key, string message)
    {
        if (message.Length <= MaxRepeated) return message;
        return ToldBefore(new Told(key, message)) is { } last ? $"the same as for {last}; its line says it in full." : message;
    }

    /// <summary>In one step, since workers that meet the same cause at the same moment would all tell it in full.</summary>
    private ObjectKey? ToldBefore(Told told)
    {
        lock (_lock)
        {
            if (_last is { } last && last.Message == told.Message && last.Key != told.Key) return last.Key;
            _last = told;
            return null;
        }
    }

    private sealed record Told(ObjectKey Key, string Message);
}
