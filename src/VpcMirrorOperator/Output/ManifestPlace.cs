using System.Globalization;

namespace VpcMirrorOperator.Output;

/// <summary>Where an object is declared.</summary>
/// <param name="File">The file, as the user named it; <c>-</c> for standard input.</param>
/// <param name="Line">The object's first line, from 1.</param>
internal sealed record ManifestPlace(string File, int Line)
{
    /// <summary><c>file:line</c>, which editors and CI systems make clickable.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}");
}
