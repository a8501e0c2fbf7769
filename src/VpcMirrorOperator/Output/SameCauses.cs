namespace VpcMirrorOperator.Output;

/// <summary>Says a cause in full once, and refers to it afterwards: a region without rights has as many objects as it has.</summary>
internal sealed class SameCauses
{
    private readonly Dictionary<(string Reason, string Message), string> _first = [];

    /// <summary>Reason and message, or the reason and where its message stands.</summary>
    /// <param name="name">The object, as it is named in the output.</param>
    /// <param name="reason">The condition reason.</param>
    /// <param name="message">The message.</param>
    public string Of(string name, string reason, string message)
    {
        if (message.Length == 0) return reason;
        return _first.TryAdd((reason, message), name) ? $"{reason}: {message}" : $"{reason}, as {_first[(reason, message)]}";
    }
}
