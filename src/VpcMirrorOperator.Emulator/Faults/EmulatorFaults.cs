namespace VpcMirrorOperator.Emulator.Faults;

/// <summary>The faults that are switched on, in order. Safe to use from any thread.</summary>
public sealed class EmulatorFaults
{
    private readonly Lock _lock;
    private readonly List<FaultRule> _rules = [];

    internal EmulatorFaults(Lock sharedLock) => _lock = sharedLock;

    /// <summary>The rules that are on, each with the number of times it has left.</summary>
    public IReadOnlyList<FaultRule> Rules
    {
        get
        {
            lock (_lock) return [.. _rules];
        }
    }

    /// <summary>Switches a fault on, behind those that are on already.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="FaultRule.Times"/> is less than 1.</exception>
    public void Add(FaultRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentOutOfRangeException.ThrowIfLessThan(rule.Times ?? 1, 1, nameof(rule));
        lock (_lock) _rules.Add(rule);
    }

    /// <summary>Switches all faults off.</summary>
    public void Clear()
    {
        lock (_lock) _rules.Clear();
    }

    /// <summary>Whether no fault is on. The lock is held.</summary>
    internal bool IsEmpty => _rules.Count == 0;

    /// <summary>The fault that applies to the call in this phase, counted as used; null for none. The lock is held.</summary>
    internal FaultRule? Take(FaultTarget target, bool afterEffect)
    {
        var index = _rules.FindIndex(rule => rule.IsAfterEffect == afterEffect && rule.Matches(target));
        if (index < 0) return null;
        var rule = _rules[index];
        if (rule.Times is { } left)
        {
            if (left > 1) _rules[index] = rule with { Times = left - 1 };
            else _rules.RemoveAt(index);
        }

        return rule;
    }
}
