using System.Globalization;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;

namespace VpcMirrorOperator.Kinds.Filters.Planning;

/// <summary>A digest of all rules of a filter: what they say and at which numbers, not their ids.</summary>
internal static class FilterFingerprint
{
    /// <summary>32 lower-case hex digits.</summary>
    public static string Of(ObservedFilter filter) => LineHash.Of(filter.Rules.Select(Line).Order(StringComparer.Ordinal));

    private static string Line(ObservedRule rule) => string.Create(
        CultureInfo.InvariantCulture, $"{DirectionText.Of(rule.Direction)} {rule.Priority} {rule.Content?.ToString() ?? "IPv6"}");
}
