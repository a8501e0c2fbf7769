namespace VpcMirrorOperator.Emulator.Faults;

/// <summary>The faults that are switched on, in order. Safe to use from any thread.</summary>
public sealed class EmulatorFaults
{
    private readonly Lock gate;
    private readonly List<FaultRule> rules = [];

    internal EmulatorFaults(Lock gate) => this.gate = gate;

    /// <summary>The rules that are on, each with the number of times it has left.</summary>
    public IReadOnlyList<FaultRule> Rules
    {
        get
        {
            lock (gate) return [.. rules];
        }
    }

    /// <summary>Switches a fault on, behind those that are on already.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="FaultRule.Times"/> is less than 1.</exception>
    public void Add(FaultRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentOutOfRangeException.ThrowIfLessThan(rule.Times ?? 1, 1, nameof(rule));
        lock (gate) rules.Add(rule);
    }

    /// <summary>Switches all faults off.</summary>
    public void Clear()
    {
        lock (gate) rules.Clear();
    }

    /// <summary>Whether no fault is on. The lock is held.</summary>
    internal bool IsEmpty => rules.Count == 0;

    /// <summary>The fault that befalls the call in this phase, counted as used; null for none. The lock is held.</summary>
    internal FaultRule? Take(FaultTarget target, bool afterEffect)
    {
        var index = rules.FindIndex(rule => rule.IsAfterEffect == afterEffect && rule.Matches(target));
        if (index < 0) return null;
        var rule = rules[index];
        if (rule.Times is { } left)
        {
            if (left > 1) rules[index] = rule with { Times = left - 1 };
            else rules.RemoveAt(index);
        }

        return rule;
    }
}
