using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Kinds.Policies.Children;

/// <summary>Answers to a session that a person gives on its policy: the children get them, each takes what names it (rule P16).</summary>
internal static class HandedDown
{
    private static readonly string[] Names = [Annotations.Recreate, Annotations.AcceptedSession];

    /// <summary>Those of them that an object has.</summary>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyDictionary<string, string> annotations) =>
        Names.Where(annotations.ContainsKey).ToDictionary(name => name, name => annotations[name], StringComparer.Ordinal);
}
