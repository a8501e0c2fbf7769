using VpcMirrorOperator.Kinds.Filters.Planning;

namespace VpcMirrorOperator.Core.Tests.Kinds.Filters.Planning;

/// <summary>
/// Plays an edit to its end, planning anew after each call as after a crash, and notes what no edit may do. A call with several rules lands
/// in a random order, and is looked at after each.
/// </summary>
internal sealed class RuleWalk(RuleEdit edit, PacketClasses? classes, RuleTable before, Random random)
{
    private const int MostCalls = 200;
    private readonly RuleDecisions? _old = classes?.Decide(before);
    private readonly RuleDecisions? _new = classes?.Decide(edit.Declared);

    /// <summary>What went wrong: MISSING, THIRD, REFUSED, ENDLESS, WRONG.</summary>
    public HashSet<string> Words { get; } = [];

    public List<RuleStep> Calls { get; } = [];

    public HashSet<RuleCaveat> Caveats { get; } = [];

    public RuleWalk Run()
    {
        var table = before;
        while (RulePlanner.Next(edit, table) is var (step, caveat))
        {
            if (Calls.Count == MostCalls)
            {
                Words.Add("ENDLESS");
                return this;
            }

            Calls.Add(step);
            Caveats.Add(caveat);
            if (edit.After(table, step) is not { } after)
            {
                Words.Add("REFUSED");
                return this;
            }

            Land(table, step);
            table = after;
        }

        if (!table.IsSame(edit.Declared)) Words.Add("WRONG");
        return this;
    }

    private void Land(RuleTable table, RuleStep step)
    {
        foreach (var part in Parts(step).OrderBy(_ => random.Next()))
        {
            table = edit.After(table, part)!;
            Look(table);
        }
    }

    private static IEnumerable<RuleStep> Parts(RuleStep step) => step switch
    {
        RuleStep.Create create => create.Rules.Select(rule => new RuleStep.Create(rule.Key, rule.Value)),
        RuleStep.Delete delete => delete.Numbers.Select(number => new RuleStep.Delete([number])),
        _ => [step],
    };

    private void Look(RuleTable table)
    {
        foreach (var content in before.Contents)
            if (edit.Declared.HasContent(content) && !table.HasContent(content) && !Caveats.Contains(RuleCaveat.Gap)) Words.Add("MISSING");
        var told = Caveats.Contains(RuleCaveat.OrderDiffers) || Caveats.Contains(RuleCaveat.Gap);
        if (classes is not null && !told && !classes.IsBetween(table, _old!, _new!)) Words.Add("THIRD");
    }
}
