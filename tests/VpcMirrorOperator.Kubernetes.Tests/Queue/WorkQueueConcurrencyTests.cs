using VpcMirrorOperator.Kubernetes.Queue;

namespace VpcMirrorOperator.Kubernetes.Tests.Queue;

/// <summary>Real threads and the real clock: what the lock must guarantee.</summary>
public sealed class WorkQueueConcurrencyTests : IDisposable
{
    private const int Keys = 200;
    private const int Adders = 4;
    private const int AddsPerAdder = 20_000;
    private readonly WorkQueue<int> _queue = new(TimeProvider.System, new Random(1));
    private readonly int[] _requested = new int[Keys];
    private readonly int[] _seen = new int[Keys];
    private readonly int[] _running = new int[Keys];
    private int _overlaps;

    public void Dispose() => _queue.Dispose();

    [Fact]
    public async Task No_key_runs_twice_at_once_and_no_add_is_lost()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var workers = Enumerable.Range(0, 8).Select(_ => Task.Run(() => WorkAsync(cancellationToken), cancellationToken)).ToList();
        await Task.WhenAll(Enumerable.Range(0, Adders).Select(seed => Task.Run(() => AddMany(new Random(seed)), cancellationToken)));
        while (_queue.Waiting > 0) await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, cancellationToken);
        _queue.ShutDown();
        await Task.WhenAll(workers);
        Assert.Equal(0, _overlaps);
        Assert.Equal(_requested, _seen);
        Assert.Equal(0, _queue.Known);
    }

    private void AddMany(Random random)
    {
        for (var i = 0; i < AddsPerAdder; i++)
        {
            var key = random.Next(Keys);
            Interlocked.Increment(ref _requested[key]);
            if (i % 50 == 0) _queue.AddAfter(key, TimeSpan.FromMilliseconds(random.Next(1, 20)));
            else if (i % 3 == 0) _queue.AddLowPriority(key);
            else _queue.Add(key);
        }
    }

    /// <summary>A run must see every request that was made before it began, so the last run of each key sees all.</summary>
    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                var key = await _queue.GetAsync(cancellationToken);
                if (Interlocked.Increment(ref _running[key]) != 1) Interlocked.Increment(ref _overlaps);
                Volatile.Write(ref _seen[key], Volatile.Read(ref _requested[key]));
                if (key % 7 == 0) await Task.Yield();
                Interlocked.Decrement(ref _running[key]);
                _queue.Done(key);
            }
        }
        catch (WorkQueueClosedException)
        {
        }
    }
}
