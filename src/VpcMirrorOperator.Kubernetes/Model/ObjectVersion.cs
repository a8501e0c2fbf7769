using System.Globalization;

namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>
/// A resourceVersion as it is kept in memory. It is opaque, and a number on every API server that there is: then it takes 8 bytes instead
/// of a text of 40.
/// </summary>
internal readonly record struct ObjectVersion
{
    private readonly ulong _number;
    private readonly string? _other;

    public ObjectVersion(string? text)
    {
        if (text is { Length: > 0 } && text[0] != '0' && ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            _number = number;
        else if (!string.IsNullOrEmpty(text)) _other = text;
    }

    public override string ToString() => _other ?? (_number == 0 ? "" : _number.ToString(CultureInfo.InvariantCulture));
}
