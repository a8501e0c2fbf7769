using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Cloud;

/// <summary>
/// Limits the writes of one region that are under way at once. Those beyond hold nothing: they stand in a line, and each write that ends
/// has the first of it reconciled again. Thread-safe.
/// </summary>
/// <param name="wake">Has an object reconciled.</param>
internal sealed class WritePlaces(Action<ObjectKey> wake)
{
    /// <summary>The writes of one region under way at once.</summary>
    public const int PerRegion = 4;

    /// <summary>For an object that lost its turn: it stands in the line again then.</summary>
    private static readonly TimeSpan LongestLine = TimeSpan.FromSeconds(15);

    private readonly Lock _lock = new();
    private readonly Dictionary<RegionRef, Region> _regions = [];

    /// <summary>Writes in a place of the region, without a worker; without one the object waits for its turn.</summary>
    /// <param name="region">The region of an account.</param>
    /// <param name="key">Who writes.</param>
    /// <param name="write">The write.</param>
    public Outcome Run(RegionRef region, ObjectKey key, Func<ValueTask<Outcome>> write) =>
        TryTake(region, key) ? Outcome.GoesOn(InPlaceAsync(region, write)) : Outcome.WaitFor(LongestLine);

    /// <summary>Takes a place.</summary>
    /// <param name="region">The region of an account.</param>
    /// <param name="key">Who writes.</param>
    /// <returns>False when there is none: the object stands in the line now.</returns>
    public bool TryTake(RegionRef region, ObjectKey key)
    {
        lock (_lock)
        {
            if (!_regions.TryGetValue(region, out var places)) _regions[region] = places = new Region();
            if (places.Taken == PerRegion)
            {
                if (places.Known.Add(key)) places.Line.Enqueue(key);
                return false;
            }

            places.Taken++;
            return true;
        }
    }

    /// <summary>Gives a place back, and lets the first of the line try. One that has nothing to write any more loses its turn.</summary>
    /// <param name="region">The region of an account.</param>
    public void GiveBack(RegionRef region)
    {
        ObjectKey next;
        lock (_lock)
        {
            var places = _regions[region];
            places.Taken--;
            if (!places.Line.TryDequeue(out next)) return;
            places.Known.Remove(next);
        }

        wake(next);
    }

    private async Task<Outcome> InPlaceAsync(RegionRef region, Func<ValueTask<Outcome>> write)
    {
        try
        {
            return await write();
        }
        finally
        {
            GiveBack(region);
        }
    }

    private sealed class Region
    {
        public int Taken { get; set; }

        public Queue<ObjectKey> Line { get; } = new();

        public HashSet<ObjectKey> Known { get; } = [];
    }
}
