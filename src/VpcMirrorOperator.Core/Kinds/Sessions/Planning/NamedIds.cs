using System.Globalization;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>Ids in a sentence: the first three, and how many more.</summary>
internal static class NamedIds
{
    private const int Named = 3;

    /// <summary>For example <c>eni-a, eni-b, eni-c and 31 more</c>.</summary>
    public static string Of(IReadOnlyCollection<string> ids)
    {
        var named = string.Join(", ", ids.Take(Named));
        return ids.Count <= Named ? named : string.Create(CultureInfo.InvariantCulture, $"{named} and {ids.Count - Named} more");
    }
}
