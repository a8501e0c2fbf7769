using System.Collections.Immutable;

namespace VpcMirrorOperator.Kinds.Filters.Planning;

/// <summary>One call that edits the rules of one direction: exactly one of the nested cases.</summary>
internal abstract record RuleStep
{
    /// <summary>The table after the call; null when the cloud would refuse it: a number that is taken, or no room.</summary>
    /// <param name="table">The table before.</param>
    /// <param name="room">The most rules that this direction may have.</param>
    /// <param name="taken">Numbers that other rules hold, which are no part of the table.</param>
    public abstract RuleTable? ApplyTo(RuleTable table, int room, IReadOnlySet<int> taken);

    /// <summary>A rule gets another number, another content, or both.</summary>
    public sealed record Update(int Number, int NewNumber, int Content) : RuleStep
    {
        /// <inheritdoc/>
        public override RuleTable? ApplyTo(RuleTable table, int room, IReadOnlySet<int> taken) =>
            !table.Has(Number) || (NewNumber != Number && (table.Has(NewNumber) || taken.Contains(NewNumber)))
                ? null
                : table.Without(Number).With(NewNumber, Content);
    }

    /// <summary>Rules are made.</summary>
    public sealed record Create(ImmutableArray<KeyValuePair<int, int>> Rules) : RuleStep
    {
        /// <summary>One rule is made.</summary>
        public Create(int number, int content) : this([KeyValuePair.Create(number, content)])
        {
        }

        /// <inheritdoc/>
        public override RuleTable? ApplyTo(RuleTable table, int room, IReadOnlySet<int> taken)
        {
            foreach (var (number, content) in Rules)
            {
                if (table.Has(number) || taken.Contains(number) || table.Count >= room) return null;
                table = table.With(number, content);
            }

            return table;
        }
    }

    /// <summary>Rules are deleted.</summary>
    public sealed record Delete(ImmutableArray<int> Numbers) : RuleStep
    {
        /// <inheritdoc/>
        public override RuleTable? ApplyTo(RuleTable table, int room, IReadOnlySet<int> taken)
        {
            foreach (var number in Numbers) table = table.Without(number);
            return table;
        }
    }
}
