using System.Globalization;

namespace VpcMirrorOperator.Manifests;

/// <summary>Something in a manifest that is worth knowing and stops nothing.</summary>
/// <param name="File">The file, as the user named it.</param>
/// <param name="Line">From 1.</param>
/// <param name="Message">What was noticed, without a full stop.</param>
internal sealed record ManifestNotice(string File, int Line, string Message)
{
    /// <summary><c>file:line: message</c>.</summary>
    public override string ToString() => VisibleText.Of(string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}: {Message}"));
}
