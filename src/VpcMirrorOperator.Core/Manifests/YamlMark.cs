namespace VpcMirrorOperator.Manifests;

/// <summary>A place in a text.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
internal readonly record struct YamlMark(int Line, int Column)
{
    public static YamlMark Of(YamlDotNet.Core.Mark mark) => new((int)mark.Line, (int)mark.Column);
}
