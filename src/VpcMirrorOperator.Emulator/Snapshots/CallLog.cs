namespace VpcMirrorOperator.Emulator.Snapshots;

/// <summary>The newest calls, bounded. Sequence numbers continue when old entries are dropped.</summary>
internal sealed class CallLog
{
    private readonly LinkedList<EmulatorCall> _calls = new();

    internal long LastSequence { get; private set; }

    internal void Add(EmulatorCall call, int capacity)
    {
        _calls.AddLast(call with { Sequence = ++LastSequence });
        while (_calls.Count > capacity) _calls.RemoveFirst();
    }

    /// <summary>The kept calls with a sequence above <paramref name="sequence"/>, oldest first; costs no more than it returns.</summary>
    internal IReadOnlyList<EmulatorCall> After(long sequence)
    {
        var newest = new List<EmulatorCall>();
        for (var node = _calls.Last; node is not null && node.Value.Sequence > sequence; node = node.Previous) newest.Add(node.Value);
        newest.Reverse();
        return newest;
    }
}
