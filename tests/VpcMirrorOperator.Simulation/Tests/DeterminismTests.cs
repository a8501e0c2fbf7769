using System.Diagnostics;
using System.Text;
using VpcMirrorOperator.Simulation.Loop;
using VpcMirrorOperator.Simulation.Network;

namespace VpcMirrorOperator.Simulation.Tests;

public class DeterminismTests(ITestOutputHelper output)
{
    private const int StepsOfTheRace = 400_000;

    [Fact]
    public void The_same_seed_gives_the_same_run_again_and_again()
    {
        var runs = Enumerable.Range(0, 3).Select(_ => Race(seed: 5)).ToList();
        Assert.All(runs, run => Assert.Equal(runs[0].Trace.Lines, run.Trace.Lines));
        Assert.All(runs, run => Assert.Equal(runs[0].Fingerprint, run.Fingerprint));
    }

    /// <summary>A failing seed must be replayable tomorrow and elsewhere. A change of the loop may change the number.</summary>
    [Fact]
    public void The_same_seed_gives_the_same_run_in_another_operating_system_process() =>
        Assert.Equal(1576391491481350768UL, Race(seed: 5).Fingerprint);

    [Fact]
    public void Different_seeds_explore_different_orders() =>
        Assert.True(Enumerable.Range(0, 20).Select(seed => Race(seed).Trace.Tail()).Distinct().Count() > 15);

    [Fact]
    public void First_in_first_out_keeps_the_order_of_starts()
    {
        var loop = new SimLoop(seed: 3, new SimOptions { Fifo = true });
        for (var i = 0; i < 5; i++)
        {
            var process = loop.CreateProcess($"P{i}");
            _ = process.Start(async () =>
            {
                await Task.Yield();
                process.Trace("ran");
            });
        }

        loop.RunFor(World.Hour);
        Assert.Equal(Enumerable.Range(0, 5).Select(i => $"t=0.000s p=P{i} ran"), loop.Trace.Lines);
    }

    [Fact]
    public void Each_purpose_has_its_own_stream_of_chance()
    {
        var loop = new SimLoop(seed: 3);
        Assert.Equal(loop.RandomFor("a").Next(), loop.RandomFor("a").Next());
        Assert.NotEqual(loop.RandomFor("a").Next(), loop.RandomFor("b").Next());
        Assert.NotEqual(loop.RandomFor("a").Next(), new SimLoop(seed: 4).RandomFor("a").Next());
    }

    [Fact]
    public void Throughput_is_reported()
    {
        var loop = new SimLoop(seed: 1);
        for (var i = 0; i < 8; i++)
        {
            var process = loop.CreateProcess($"P{i}");
            _ = process.Start(async () =>
            {
                for (var step = 0; step < StepsOfTheRace / 16; step++)
                {
                    await Task.Yield();
                    await Task.Delay(World.Seconds(1), process.Time);
                }
            });
        }

        var began = Stopwatch.GetTimestamp();
        loop.RunFor(World.Hour * 24);
        output.WriteLine($"{loop.Steps / Stopwatch.GetElapsedTime(began).TotalSeconds:N0} steps/s over {loop.Steps:N0} steps");
        Assert.True(loop.Steps >= StepsOfTheRace);
    }

    // Five processes over a faulty network, with a crash, a pause and time limits.
    private static SimLoop Race(int seed)
    {
        var loop = new SimLoop(seed);
        var network = new SimNetwork(loop, SeededFaults.Everything(0.05));
        var served = 0;
        SimHttpResponse Serve(SimHttpRequest request) => new(200, [], Encoding.UTF8.GetBytes($"{++served}"));
        var clients = Enumerable.Range(0, 5).Select(i => loop.CreateProcess($"P{i}")).ToList();
        foreach (var process in clients)
            _ = process.Start(() => CallAsync(process, network.CreateHandler(process, Serve)));
        clients[0].KillAfterSteps(9);
        clients[1].Pause(World.Seconds(1));
        loop.RunFor(World.Hour);
        return loop;
    }

    private static async Task CallAsync(SimProcess process, HttpMessageHandler handler)
    {
        using var http = new HttpMessageInvoker(handler);
        for (var i = 0; i < 10; i++)
        {
            using var limit = new CancellationTokenSource(World.Seconds(10), process.Time);
            using var request = new HttpRequestMessage(HttpMethod.Get, $"http://vpc.test/{i}");
            try
            {
                using var response = await http.SendAsync(request, limit.Token);
                process.Trace(await response.Content.ReadAsStringAsync(limit.Token));
            }
            catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
            {
                process.Trace(error.GetType().Name);
            }
        }
    }
}
