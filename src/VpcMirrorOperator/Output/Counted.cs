using System.Globalization;

namespace VpcMirrorOperator.Output;

/// <summary>Numbers with their nouns.</summary>
internal static class Counted
{
    /// <summary><c>1 source</c>, <c>0 sources</c>, <c>2 sources</c>.</summary>
    /// <param name="count">How many.</param>
    /// <param name="noun">One of them; its plural ends in s.</param>
    public static string Of(long count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
