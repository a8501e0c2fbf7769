using System.Diagnostics.CodeAnalysis;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Events;

/// <summary>
/// The events that wait to be sent, first in, first out. The same event again is counted in the one that waits. When there are too many,
/// the oldest goes that says least: a Normal one before a Warning, and one that a newer event for the same reason has overtaken before
/// others.
/// </summary>
/// <remarks>Thread-safe; every call is O(1).</remarks>
/// <param name="capacity">The most that wait.</param>
internal sealed class WaitingEvents(int capacity)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<Waiting> _order = new();
    private readonly Dictionary<Subject, Waiting> _latest = [];

    // What says least comes first: Normal and overtaken, Normal, Warning and overtaken, Warning.
    private readonly LinkedList<Waiting>[] _byWorth = [new(), new(), new(), new()];

    /// <summary>Lets an event wait.</summary>
    /// <returns>How many events had to make room, the new one perhaps among them.</returns>
    public int Add(EventKey key)
    {
        lock (_lock)
        {
            var subject = Subject.Of(key);
            if (_latest.TryGetValue(subject, out var before))
            {
                if (before.Key == key)
                {
                    before.Times++;
                    return 0;
                }

                Rank(before, isOvertaken: true);
            }

            var added = new Waiting(key);
            _order.AddLast(added.Place);
            _latest[subject] = added;
            Rank(added, isOvertaken: false);
            return _order.Count > capacity ? Remove(Least()).Times : 0;
        }
    }

    /// <summary>Takes the event that has waited longest. One that has happened several times is taken as often.</summary>
    public bool TryTake([MaybeNullWhen(false)] out EventKey key)
    {
        lock (_lock)
        {
            var first = _order.First?.Value;
            key = first?.Key;
            if (first is not null && --first.Times == 0) Remove(first);
            return key is not null;
        }
    }

    private Waiting Least() => Array.Find(_byWorth, list => list.Count > 0)!.First!.Value;

    private void Rank(Waiting waiting, bool isOvertaken)
    {
        waiting.Rank.List?.Remove(waiting.Rank);
        _byWorth[(waiting.Key.Type == EventType.Warning ? 2 : 0) + (isOvertaken ? 0 : 1)].AddLast(waiting.Rank);
    }

    private Waiting Remove(Waiting waiting)
    {
        waiting.Rank.List!.Remove(waiting.Rank);
        _order.Remove(waiting.Place);
        var subject = Subject.Of(waiting.Key);
        if (ReferenceEquals(_latest.GetValueOrDefault(subject), waiting)) _latest.Remove(subject);
        return waiting;
    }

    /// <summary>What newer events overtake older ones in.</summary>
    private readonly record struct Subject(ObjectReference Regarding, EventType Type, string Reason)
    {
        public static Subject Of(EventKey key) => new(key.Regarding, key.Type, key.Reason);
    }

    private sealed class Waiting
    {
        public Waiting(EventKey key)
        {
            Key = key;
            Place = new LinkedListNode<Waiting>(this);
            Rank = new LinkedListNode<Waiting>(this);
        }

        public EventKey Key { get; }

        public int Times { get; set; } = 1;

        public LinkedListNode<Waiting> Place { get; }

        public LinkedListNode<Waiting> Rank { get; }
    }
}
