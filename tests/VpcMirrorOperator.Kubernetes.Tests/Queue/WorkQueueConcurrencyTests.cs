using VpcMirrorOperator.Kubernetes.Queue;

namespace VpcMirrorOperator.Kubernetes.Tests.Queue;

/// <summary>Real threads and the real clock: what the lock must guarantee.</summary>
public sealed class WorkQueueConcurrencyTests : IDisposable
{
    private const int Keys = 200;
    private const int Adders = 4;
    private const int AddsPerAdder = 20_000;
    private readonly WorkQueue<int> queue = new(TimeProvider.System, new WorkQueueOptions(), new Random(1));
    private readonly int[] requested = new int[Keys];
    private readonly int[] seen = new int[Keys];
    private readonly int[] running = new int[Keys];
    private int overlaps;

    public void Dispose() => queue.Dispose();

    [Fact]
    public async Task No_key_runs_twice_at_once_and_no_add_is_lost()
    {
        var ct = TestContext.Current.CancellationToken;
        var workers = Enumerable.Range(0, 8).Select(_ => Task.Run(() => WorkAsync(ct), ct)).ToList();
        await Task.WhenAll(Enumerable.Range(0, Adders).Select(seed => Task.Run(() => AddMany(new Random(seed)), ct)));
        while (queue.Waiting > 0) await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, ct);
        queue.ShutDown();
        await Task.WhenAll(workers);
        Assert.Equal(0, overlaps);
        Assert.Equal(requested, seen);
        Assert.Equal(0, queue.Known);
    }

    private void AddMany(Random random)
    {
        for (var i = 0; i < AddsPerAdder; i++)
        {
            var key = random.Next(Keys);
            Interlocked.Increment(ref requested[key]);
            if (i % 50 == 0) queue.AddAfter(key, TimeSpan.FromMilliseconds(random.Next(1, 20)));
            else if (i % 3 == 0) queue.AddLow(key);
            else queue.Add(key);
        }
    }

    /// <summary>A pass must see every request that was made before it began, so the last pass of each key sees all.</summary>
    private async Task WorkAsync(CancellationToken ct)
    {
        try
        {
            while (true)
            {
                var key = await queue.TakeAsync(ct);
                if (Interlocked.Increment(ref running[key]) != 1) Interlocked.Increment(ref overlaps);
                Volatile.Write(ref seen[key], Volatile.Read(ref requested[key]));
                if (key % 7 == 0) await Task.Yield();
                Interlocked.Decrement(ref running[key]);
                queue.Done(key);
            }
        }
        catch (WorkQueueClosedException)
        {
        }
    }
}
