using System.Globalization;

namespace VpcMirrorOperator.Manifests;

/// <summary>Something in a manifest that must be corrected before anything is done.</summary>
/// <param name="File">The file, as the user named it.</param>
/// <param name="Line">From 1; 0 when the error is about the file as a whole.</param>
/// <param name="Column">From 1; 0 when the error is about the file as a whole.</param>
/// <param name="Field">The path of the field, for example <c>spec.sourceIds[3]</c>; empty when there is none.</param>
/// <param name="Message">What is wrong, without a full stop.</param>
/// <param name="Remedy">What to do about it, a whole sentence.</param>
internal sealed record ManifestError(string File, int Line, int Column, string Field, string Message, string Remedy)
{
    /// <summary><c>file:line:col: field: message. remedy</c>, the form that editors and CI systems make clickable.</summary>
    public override string ToString()
    {
        var place = Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}: ") : $"{File}: ";
        var field = Field.Length > 0 ? $"{Field}: " : "";
        return VisibleText.Of($"{place}{field}{Message}. {Remedy}");
    }
}
