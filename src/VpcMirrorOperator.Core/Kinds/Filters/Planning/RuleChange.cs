using System.Globalization;
using VpcMirrorOperator.Api.TrafficMirrorFilters;

namespace VpcMirrorOperator.Kinds.Filters.Planning;

/// <summary>One difference between the declared rules of a direction and those that are there, by number.</summary>
/// <param name="Direction">The direction.</param>
/// <param name="Priority">The number.</param>
/// <param name="Was">What is there; null for nothing.</param>
/// <param name="Wanted">What is declared; null for nothing.</param>
internal sealed record RuleChange(RuleDirection Direction, int Priority, RuleContent? Was, RuleContent? Wanted)
{
    /// <summary><c>+</c> to add, <c>~</c> to change, <c>-</c> to remove.</summary>
    public char Sign => Was is null ? '+' : Wanted is null ? '-' : '~';

    /// <summary>One line for people and for the plan's hash.</summary>
    public override string ToString()
    {
        var what = (Was, Wanted) switch
        {
            (null, { } wanted) => wanted.ToString(),
            ({ } was, null) => was.ToString(),
            var (was, wanted) => $"{was} => {wanted}",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{Sign} {DirectionText.Of(Direction)} {Priority}: {what}");
    }
}
