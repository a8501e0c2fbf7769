namespace VpcMirrorOperator.AlibabaCloud.Endpoints;

/// <summary>
/// The form of a region id. It becomes the second label of a host name that signed calls go to, so that it must not be able to name the
/// host of another service: <c>vpc.oss-cn-hangzhou.aliyuncs.com</c> is somebody's storage bucket.
/// </summary>
internal static class RegionIdSyntax
{
    /// <summary>One DNS label.</summary>
    private const int MaxLength = 63;

    /// <summary>
    /// Two letters for the part of the world (<c>cn</c>, <c>ap</c>, <c>us</c>, <c>eu</c>, <c>me</c>, <c>na</c>; also <c>rus</c>, a former
    /// region of the official endpoint table), then a place of letters, then any groups of lower-case letters and digits, joined by
    /// hyphens.
    /// </summary>
    public static bool IsWellFormed(string? text)
    {
        if (text is not { Length: > 0 and <= MaxLength } || text.Split('-') is not [var area, var place, ..] groups) return false;
        return groups.All(group => group.Length > 0 && group.All(IsLetterOrDigit))
            && (area.Length == 2 || area == "rus") && area.All(char.IsAsciiLetterLower) && char.IsAsciiLetterLower(place[0]);
    }

    private static bool IsLetterOrDigit(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c);
}
