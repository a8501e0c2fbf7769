using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Kinds.Filters.Planning;

namespace VpcMirrorOperator.Core.Tests.Kinds.Filters.Planning;

/// <summary>Numbers and records that no page promises.</summary>
public class ForeignDataTests
{
    [Fact]
    public void No_rule_is_built_behind_the_highest_number_there_is()
    {
        RuleContent[] contents = [Of("10.0.0.0/8"), Of("172.16.0.0/12")];
        var edit = new RuleEdit(
            Table(10, 0), PacketClassBuilder.Build(contents), FilterLimits.DefaultQuota, FilterLimits.MaxPriority, new HashSet<int>());
        var table = Table(int.MaxValue, 1);
        Assert.Null(BuildBelow.Next(edit, table, edit.Decide(table)!));
    }

    [Fact]
    public void A_recorded_change_without_parameters_changes_nothing()
    {
        var operation = new OperationState
        {
            Sequence = 1, Verb = OperationVerb.UpdateRule, Target = "tmr-1", ClientToken = "t", StartedAt = default, Holder = "h",
        };
        Assert.Single(FilterContest.Lines(operation));
    }

    private static RuleTable Table(int number, int content) => RuleTable.Of([KeyValuePair.Create(number, content)]);

    private static RuleContent Of(string source) =>
        new RuleSpec { Priority = 1, Action = RuleAction.Accept, SourceCidrBlock = source }.Content();
}
