using System.Diagnostics;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Kinds.Filters.Planning;

namespace VpcMirrorOperator.Core.Tests.Kinds.Filters.Planning;

/// <summary>Rule S14 with twenty rules as people write them: nested networks, protocols, port ranges.</summary>
public class RealRulesTests(ITestOutputHelper output)
{
    [Fact]
    public void S14_twenty_rules_in_another_order_end_as_declared()
    {
        var random = new Random(7);
        var (all, calls, classes) = (TimeSpan.Zero, 0, 0);
        const int edits = 20;
        for (var i = 0; i < edits; i++)
        {
            RuleSpec[] before = [.. Enumerable.Range(1, 20).Select(number => Rule(random, number * 10))];
            var numbers = before.Select(rule => rule.Priority).OrderBy(_ => random.Next()).ToArray();
            RuleSpec[] declared = [.. before.Zip(numbers, (rule, number) => rule with { Priority = number })];
            IReadOnlyList<ObservedRule> there = [.. before.Select(rule =>
                new ObservedRule($"tmr-{rule.Priority}", RuleDirection.Ingress, rule.Priority, rule.Content(), IsSettled: true))];
            var edit = DirectionEdit.Of(RuleDirection.Ingress, declared, there, ManagementPolicy.Sync);
            classes = Math.Max(classes, edit.Classes?.Count ?? 0);
            var walk = new TimedWalk(edit.Within(20), edit.Table).Run();
            Assert.True(walk.Table.IsSame(edit.Target), $"edit {i}");
            (all, calls) = (all + walk.Took, calls + walk.Calls);
        }

        output.WriteLine(
            $"{calls / (double)edits:0.0} calls each, at most {classes} classes of packets, "
            + $"{all.TotalMilliseconds / calls:0.00} ms a plan");
    }

    private static RuleSpec Rule(Random random, int priority)
    {
        var protocol = (RuleProtocol)random.Next(4);
        return new RuleSpec
        {
            Priority = priority,
            Action = (RuleAction)random.Next(2),
            Protocol = protocol,
            SourceCidrBlock = $"10.{random.Next(4)}.{random.Next(4)}.0/{(random.Next(3) + 1) * 8}",
            DestinationCidrBlock = random.Next(2) == 0 ? null : $"172.16.{random.Next(8)}.0/24",
            DestinationPortRange = RuleContent.HasPorts(protocol) && random.Next(2) == 0
                ? $"{random.Next(1, 1024)}/{random.Next(1024, 65536)}" : null,
        };
    }

    private sealed class TimedWalk(RuleEdit edit, RuleTable table)
    {
        public RuleTable Table { get; private set; } = table;

        public int Calls { get; private set; }

        public TimeSpan Took { get; private set; }

        public TimedWalk Run()
        {
            for (; Calls < 200; Calls++)
            {
                var begun = Stopwatch.GetTimestamp();
                if (RulePlanner.Next(edit, Table) is not var (step, _)) break;
                Took += Stopwatch.GetElapsedTime(begun);
                Table = edit.After(Table, step)!;
            }

            return this;
        }
    }
}
