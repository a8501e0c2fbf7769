using System.Globalization;
using VpcMirrorOperator.Api.TrafficMirrorSessions;

namespace VpcMirrorOperator.Output;

/// <summary>The numbers of a plan in one line. Pure.</summary>
internal static class PlanCounts
{
    /// <summary>For a session sources to add and remove, for a filter rules; attributes and hash only where there are any.</summary>
    public static string Of(
        IReadOnlyList<AttributeChange>? attributes, int? rules, int toAdd, int toRemove, string? hash)
    {
        var first = attributes is { Count: > 0 } differing ? $"{Counted.Of(differing.Count, "attribute")} to change, " : "";
        var second = rules is { } edits ? $"{Counted.Of(edits, "rule")} to edit"
            : string.Create(CultureInfo.InvariantCulture, $"{toAdd} to add, {toRemove} to remove");
        return $"{first}{second}{(hash is null ? "" : $", plan {hash}")}";
    }

    /// <summary>One attribute on a line, before and after, or what a new one gets.</summary>
    public static string Line(AttributeChange change, bool creates) => creates ? $"  + {change.Attribute}: {change.Is}"
        : $"  ~ {change.Attribute}: {Shown(change.Was)} → {Shown(change.Is)}";

    private static string Shown(string value) => value.Length == 0 ? "none" : value;
}
