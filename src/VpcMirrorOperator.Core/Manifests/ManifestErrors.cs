namespace VpcMirrorOperator.Manifests;

/// <summary>Collects what is wrong with, and what was noticed in, one file.</summary>
internal sealed class ManifestErrors(string file, List<ManifestError> errors, List<ManifestNotice> notices)
{
    public string File => file;

    public int Count => errors.Count;

    public void Add(YamlMark mark, string field, string message, string remedy) =>
        errors.Add(new ManifestError(file, mark.Line, mark.Column, field, message, remedy));

    public void Notice(YamlMark mark, string message) => notices.Add(new ManifestNotice(file, mark.Line, message));
}
