namespace VpcMirrorOperator.AlibabaCloud.Endpoints;

/// <summary>The form of a region id. It becomes part of a host name that keys are sent to, so it is checked strictly.</summary>
internal static class RegionIdSyntax
{
    /// <summary>Lower-case letters and digits in groups joined by single hyphens, at most 63 characters (one DNS label).</summary>
    public static bool IsWellFormed(string? text) =>
        text is { Length: > 0 and <= 63 } && text.Split('-').All(group => group.Length > 0 && group.All(IsLetterOrDigit));

    private static bool IsLetterOrDigit(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c);
}
