using System.Net;
using VpcMirrorOperator.Measurements.Report;
using VpcMirrorOperator.Measurements.World;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.Measurements.Measurements;

/// <summary>
/// The controller under a memory limit of 96Mi, less than the shipped one: whether it becomes ready with so many objects, and stays.
/// </summary>
internal static class UnderLimit
{
    private const long Limit = 96 << 20;
    private static readonly TimeSpan Staying = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static readonly IReadOnlyList<int> Sizes = [10_000];

    public static async Task<Row[]> RunAsync(string binary, IReadOnlyList<int> sizes)
    {
        List<Row> rows = [];
        foreach (var size in sizes) rows.Add(await OfAsync(binary, size));
        return [.. rows];
    }

    private static async Task<Row> OfAsync(string binary, int objects)
    {
        await using var stage = await Stage.StartAsync(objects);
        await stage.DeclareAsync(0, objects);
        using var cgroup = MemoryCgroup.TryMake(Limit);
        IReadOnlyDictionary<string, string> variables = cgroup is null ? HeapLimit.OfContainer(Limit) : new Dictionary<string, string>();
        using var controller = ControllerProcess.StartBy(
            cgroup?.Command(binary) ?? [binary], stage.Cluster, variables, "--metrics-secure", "true");
        var under = cgroup is null ? "with a heap limit of three quarters of 96Mi" : $"in a cgroup (version {cgroup.Version}) of 96Mi";
        var course = await FollowAsync(stage, controller, objects);
        var charged = cgroup is null ? "" : $", at most charged {Text.Megabytes(cgroup.Peak)}, killed {cgroup.Kills} times";
        return new Row(Text.Of($"{objects:N0} objects {under}"), course + charged, "ready, and stays");
    }

    private static async Task<string> FollowAsync(Stage stage, ControllerProcess controller, int objects)
    {
        (string Name, Task Reached)[] steps =
        [
            ("ready", Wait.UntilAsync(() => IsReadyAsync(controller), "/readyz answers 200", patience: Patience)),
            ("all statuses", stage.Statuses.ReachAsync(objects)),
        ];
        var (started, course) = (TimeProvider.System.GetTimestamp(), "");
        foreach (var (name, reached) in steps.Append(("a minute more", StayAsync(steps[^1].Reached))))
        {
            if (await Task.WhenAny(reached, controller.Ended) == reached) await reached;
            var passed = Text.Seconds(TimeProvider.System.GetElapsedTime(started));
            if (controller.Ended.IsCompleted)
            {
                await Console.Error.WriteLineAsync(string.Join('\n', controller.Log.Split('\n').TakeLast(5)));
                return $"{course}ended with {await controller.Ended} after {passed}";
            }

            course += $"{name} after {passed}, ";
        }

        var now = await IsReadyAsync(controller) ? "still ready" : "not ready any more";
        return $"{course}{now}, RSS {Text.Megabytes(ProcessUse.Resident(controller.Id))}, " +
            $"peak {Text.Megabytes(ProcessUse.Peak(controller.Id))}";
    }

    private static async Task StayAsync(Task work)
    {
        await work;
        await Wait.ForAsync(Staying);
    }

    private static async Task<bool> IsReadyAsync(ControllerProcess controller) =>
        await controller.Ports.StatusAsync("/readyz") == HttpStatusCode.OK;
}
