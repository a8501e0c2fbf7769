using System.Threading.Channels;
using VpcMirrorOperator.Simulation.Loop;

namespace VpcMirrorOperator.Simulation.Tests;

/// <summary>Pieces of the base library that leave for the thread pool whatever the context is. The loop must say so, not hang.</summary>
public class ThreadHopTests
{
    [Theory]
    [InlineData("ConfigureAwait(false)")]
    [InlineData("SemaphoreSlim.WaitAsync(token)")]
    [InlineData("SemaphoreSlim.WaitAsync(timeout)")]
    [InlineData("WhenAny over RunContinuationsAsynchronously")]
    [InlineData("WhenAll over RunContinuationsAsynchronously")]
    [InlineData("WaitAsync over RunContinuationsAsynchronously")]
    [InlineData("ContinueWith")]
    [InlineData("Task.Run")]
    [InlineData("ChannelReader.ReadAllAsync")]
    [InlineData("ChannelReader.ReadAsync(token) when cancelled")]
    [InlineData("ChannelReader.WaitToReadAsync(token) when cancelled")]
    [InlineData("CancelAsync")]
    [InlineData("Parallel.ForEachAsync")]
    [InlineData("HttpClient")]
    [InlineData("File.ReadAllBytesAsync")]
    public void A_hop_fails_the_run_at_once(string piece)
    {
        var failure = Assert.Throws<SimulationException>(() => World.Run(process => Hop(piece, process)));
        Assert.Contains("thread pool", failure.Message, StringComparison.Ordinal);
        Assert.Contains("seed 1", failure.Message, StringComparison.Ordinal);
    }

    private static async Task Hop(string piece, SimProcess process)
    {
        var second = Task.Delay(World.Seconds(1), process.Time);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var busy = new SemaphoreSlim(0);
        using var source = new CancellationTokenSource();
        var channel = Channel.CreateUnbounded<int>();
        var waiting = piece switch
        {
            "ConfigureAwait(false)" => Detached(second),
            "SemaphoreSlim.WaitAsync(token)" => busy.WaitAsync(source.Token),
            "SemaphoreSlim.WaitAsync(timeout)" => busy.WaitAsync(World.Hour),
            "WhenAny over RunContinuationsAsynchronously" => Task.WhenAny(gate.Task, Task.Delay(World.Hour, process.Time)),
            "WhenAll over RunContinuationsAsynchronously" => Task.WhenAll(gate.Task, second),
            "WaitAsync over RunContinuationsAsynchronously" => gate.Task.WaitAsync(World.Hour, process.Time),
            "ContinueWith" => second.ContinueWith(_ => { }, TaskScheduler.Default),
            "Task.Run" => Task.Run(() => { }),
            "ChannelReader.ReadAllAsync" => Drain(channel.Reader),
            "ChannelReader.ReadAsync(token) when cancelled" =>
                UntilCancelled(process, token => channel.Reader.ReadAsync(token).AsTask()),
            "ChannelReader.WaitToReadAsync(token) when cancelled" =>
                UntilCancelled(process, token => channel.Reader.WaitToReadAsync(token).AsTask()),
            "CancelAsync" => CancelSomething(source),
            "Parallel.ForEachAsync" => Parallel.ForEachAsync([1, 2], (_, _) => ValueTask.CompletedTask),
            "HttpClient" => new HttpClient(new Answering(process)).GetAsync(new Uri("http://vpc.test/")),
            _ => File.ReadAllBytesAsync(typeof(SimLoop).Assembly.Location),
        };
        await second;
        gate.SetResult();
        busy.Release();
        await channel.Writer.WriteAsync(1);
        channel.Writer.Complete();
        await waiting;
    }

    private static async Task Detached(Task task) => await task.ConfigureAwait(false);

    private static Task CancelSomething(CancellationTokenSource source)
    {
        _ = source.Token.Register(static () => { });
        return source.CancelAsync();
    }

    private static async Task UntilCancelled(SimProcess process, Func<CancellationToken, Task> wait)
    {
        using var limit = new CancellationTokenSource(World.Seconds(0.5), process.Time);
        await wait(limit.Token);
    }

    private static async Task Drain(ChannelReader<int> reader)
    {
        await foreach (var _ in reader.ReadAllAsync())
            continue;
    }

    private sealed class Answering(SimProcess process) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(World.Seconds(2), process.Time, cancellationToken);
            return new HttpResponseMessage();
        }
    }
}
