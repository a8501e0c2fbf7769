using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.Channels;
using VpcMirrorOperator.Simulation.Loop;

namespace VpcMirrorOperator.Simulation.Tests;

/// <summary>Pieces of the base library that stay on the loop and on virtual time, so product code may use them.</summary>
public class LibraryTests
{
    [Fact]
    public void The_watch_for_thread_hops_works_on_this_runtime() => Assert.True(ThreadHopWatch.IsActive);

    [Fact]
    public void Delay_takes_its_time_and_no_more() => World.Run(async process =>
    {
        var began = process.Time.GetTimestamp();
        await Task.Delay(World.Seconds(90), process.Time);
        Assert.Equal(World.Seconds(90), process.Time.GetElapsedTime(began));
    });

    [Fact]
    public void Delay_is_cancelled_by_a_virtual_timeout() => World.Run(async process =>
    {
        using var limit = new CancellationTokenSource(World.Seconds(5), process.Time);
        await Assert.ThrowsAsync<TaskCanceledException>(() => Task.Delay(World.Seconds(90), process.Time, limit.Token));
        Assert.Equal(5, (process.Time.GetUtcNow() - new SimOptions().Start).TotalSeconds);
    });

    [Fact]
    public void A_linked_source_passes_the_timeout_on_and_can_be_moved() => World.Run(async process =>
    {
        using var limit = new CancellationTokenSource(World.Seconds(5), process.Time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(limit.Token);
        limit.CancelAfter(World.Seconds(8));
        await Task.Delay(World.Seconds(7), process.Time, linked.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.Delay(World.Seconds(7), process.Time, linked.Token));
    });

    [Fact]
    public void WhenAll_and_WhenAny_over_async_methods() => World.Run(async process =>
    {
        async Task<int> AfterAsync(int seconds)
        {
            await Task.Delay(World.Seconds(seconds), process.Time);
            return seconds;
        }

        var slow = AfterAsync(9);
        Assert.Equal(2, await await Task.WhenAny(slow, AfterAsync(2)));
        var both = await Task.WhenAll(slow, AfterAsync(3));
        Assert.Equal([9, 3], both);
        Assert.Equal(4, await AfterAsync(4).WaitAsync(World.Seconds(5), process.Time));
        await Assert.ThrowsAsync<TimeoutException>(() => AfterAsync(6).WaitAsync(World.Seconds(5), process.Time));
    });

    [Fact]
    public void SemaphoreSlim_without_a_token() => World.Run(async process =>
    {
        using var turnstile = new SemaphoreSlim(1);
        var inside = 0;
        async Task PassAsync()
        {
            await turnstile.WaitAsync();
            Assert.Equal(1, ++inside);
            await Task.Delay(World.Seconds(1), process.Time);
            inside--;
            turnstile.Release();
        }

        await Task.WhenAll(PassAsync(), PassAsync(), PassAsync());
    });

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, null)]
    [InlineData(false, 1)]
    public void Channel_reader_with_a_token(bool singleReader, int? capacity) => World.Run(async process =>
    {
        var channel = capacity is { } bound
            ? Channel.CreateBounded<int>(bound)
            : Channel.CreateUnbounded<int>(new() { SingleReader = singleReader });
        using var stop = new CancellationTokenSource();
        async Task WriteAsync()
        {
            for (var i = 0; i < 3; i++)
            {
                await Task.Delay(World.Seconds(1), process.Time);
                await channel.Writer.WriteAsync(i, stop.Token);
            }
        }

        var writing = WriteAsync();
        Assert.Equal(0, await channel.Reader.ReadAsync(stop.Token));
        Assert.True(await channel.Reader.WaitToReadAsync(stop.Token));
        Assert.True(channel.Reader.TryRead(out _));
        Assert.Equal(2, await channel.Reader.ReadAsync(stop.Token));
        await writing;
    });

    [Fact]
    public void TaskCompletionSource_with_asynchronous_continuations_when_awaited_itself() => World.Run(async process =>
    {
        var gate = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var opener = process.Time.CreateTimer(_ => gate.SetResult(7), null, World.Seconds(1), Timeout.InfiniteTimeSpan);
        Assert.Equal(7, await gate.Task);
    });

    [Fact]
    public void TaskCompletionSource_behind_an_async_method_can_be_waited_for_with_a_limit() => World.Run(async process =>
    {
        var gate = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        async Task<int> PassAsync() => await gate.Task;
        using var opener = process.Time.CreateTimer(_ => gate.SetResult(7), null, World.Seconds(2), Timeout.InfiniteTimeSpan);
        await Assert.ThrowsAsync<TimeoutException>(() => PassAsync().WaitAsync(World.Seconds(1), process.Time));
        Assert.Equal(7, await PassAsync().WaitAsync(World.Seconds(2), process.Time));
    });

    [Fact]
    public void TaskCompletionSource_cancelled_by_a_registration_is_a_cancellable_wait() => World.Run(async process =>
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var limit = new CancellationTokenSource(World.Seconds(1), process.Time);
        await using var registration = limit.Token.Register(() => gate.TrySetCanceled(limit.Token));
        await Assert.ThrowsAsync<TaskCanceledException>(() => gate.Task);
    });

    [Fact]
    public void PeriodicTimer_ticks_in_virtual_time() => World.Run(async process =>
    {
        using var timer = new PeriodicTimer(World.Seconds(10), process.Time);
        for (var i = 0; i < 3; i++)
            Assert.True(await timer.WaitForNextTickAsync());
        Assert.Equal(30, (process.Time.GetUtcNow() - new SimOptions().Start).TotalSeconds);
    });

    [Fact]
    public void Await_using_async_streams_and_Yield() => World.Run(async process =>
    {
        async IAsyncEnumerable<int> CountAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            for (var i = 0; i < 3; i++)
            {
                await Task.Delay(World.Seconds(1), process.Time, cancellationToken);
                await Task.Yield();
                yield return i;
            }
        }

        var sum = 0;
        await using (process.Time.CreateTimer(_ => sum += 100, null, World.Seconds(2.5), Timeout.InfiniteTimeSpan))
        {
            await foreach (var i in CountAsync())
                sum += i;
        }

        Assert.Equal(103, sum);
    });

    [Fact]
    public void Json_from_bytes_and_from_a_memory_stream() => World.Run(async _ =>
    {
        var bytes = """{"Id":"tms-1"}"""u8.ToArray();
        using var stream = new MemoryStream(bytes);
        Assert.Equal("tms-1", JsonSerializer.Deserialize(bytes, SampleJson.Default.Sample)?.Id);
        Assert.Equal("tms-1", (await JsonSerializer.DeserializeAsync(stream, SampleJson.Default.Sample))?.Id);
    });

    public sealed record Sample(string Id);
}

[JsonSerializable(typeof(LibraryTests.Sample))]
internal sealed partial class SampleJson : JsonSerializerContext;
