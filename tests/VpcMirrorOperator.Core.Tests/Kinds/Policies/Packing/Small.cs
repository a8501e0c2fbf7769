using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Kinds.Policies.Packing;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.Packing;

/// <summary>A small world: so many new interfaces, children with so many ids, targets of so many places, so many free numbers.</summary>
public sealed record Small(int Size, int Fresh, (int Target, int Ids)[] Children, int[] Targets, int Numbers)
{
    /// <summary>The children with targets that there are and no more ids than a session may have.</summary>
    public IEnumerable<(int Target, int Ids)> Real => Children.Select(c => (c.Target % Targets.Length, Math.Min(c.Ids, Size)));

    /// <summary>For the message of a property that fails.</summary>
    public override string ToString() =>
        $"size {Size}, {Fresh} new, children {string.Join(' ', Real)}, targets {string.Join(' ', Targets)}, {Numbers} numbers";

    internal GivenPacking Given()
    {
        var given = new GivenPacking();
        given.Policy = given.Policy with
        {
            SessionSize = Size, Priorities = new PriorityRange(1, 2000),
            Targets = [.. Targets.Select((size, i) => new PackingTarget("SLB", $"t{i}", size))],
        };
        foreach (var (index, child) in Real.Index())
        {
            string[] ids = [.. Enumerable.Range(0, child.Ids).Select(i => $"old{index}{i}")];
            given.Has($"t{child.Target}", index + 1, ids);
            given.Wants(ids);
        }

        for (var number = 1 + Numbers; number <= 2000; number++) given.PrioritiesSetAside.Add(number);
        return given.Wants([.. Enumerable.Range(0, Fresh).Select(i => $"new{i}")]);
    }
}
