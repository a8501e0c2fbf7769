using System.Globalization;

namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>
/// A uid as it is kept in memory. API servers give a UUID, which takes 16 bytes instead of a text of 96; any other text is kept as it is.
/// </summary>
public readonly record struct ObjectUid
{
    private readonly Guid _uuid;
    private readonly string? _other;

    /// <summary>A uid.</summary>
    /// <param name="text">As the API server gives it; null is empty.</param>
    public ObjectUid(string? text)
    {
        if (IsUuid(text, out var uuid)) _uuid = uuid;
        else if (!string.IsNullOrEmpty(text)) _other = text;
    }

    /// <summary>The text that it was made of.</summary>
    public override string ToString() => _other ?? (_uuid == Guid.Empty ? "" : _uuid.ToString("D", CultureInfo.InvariantCulture));

    /// <summary>Only what reads back as it was: lower-case digits, and not the empty UUID, which stands for no uid.</summary>
    private static bool IsUuid(string? text, out Guid uuid)
    {
        Span<char> canonical = stackalloc char[36];
        return Guid.TryParseExact(text, "D", out uuid)
            && uuid != Guid.Empty
            && uuid.TryFormat(canonical, out _, "D")
            && canonical.SequenceEqual(text);
    }
}
