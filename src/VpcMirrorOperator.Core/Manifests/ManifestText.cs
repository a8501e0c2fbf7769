namespace VpcMirrorOperator.Manifests;

/// <summary>One manifest file's text.</summary>
/// <param name="File">What to call it in messages: the path as the user gave it, or <c>-</c> for standard input.</param>
/// <param name="Text">The whole text; may hold several YAML documents.</param>
internal sealed record ManifestText(string File, string Text);
