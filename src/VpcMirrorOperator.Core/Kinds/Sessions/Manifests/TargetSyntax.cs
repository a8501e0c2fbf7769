using VpcMirrorOperator.Api.TrafficMirrorSessions;

namespace VpcMirrorOperator.Kinds.Sessions.Manifests;

/// <summary>The form of a target's type and id. The cloud knows more types than it documents, so any word will do.</summary>
internal static class TargetSyntax
{
    /// <summary>Letters and digits, at most <see cref="SpecLimits.MaxTargetTypeLength"/>.</summary>
    public static bool IsType(string text) =>
        text.Length is > 0 and <= SpecLimits.MaxTargetTypeLength && text.All(char.IsAsciiLetterOrDigit);

    /// <summary>Lower-case letters, digits and <c>-</c>, at most <see cref="SpecLimits.MaxIdLength"/>.</summary>
    public static bool IsId(string text) => text.Length is > 0 and <= SpecLimits.MaxIdLength
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
