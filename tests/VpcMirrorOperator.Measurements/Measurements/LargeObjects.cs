using VpcMirrorOperator.Measurements.Report;
using VpcMirrorOperator.Measurements.World;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.Measurements.Measurements;

/// <summary>
/// Memory under the shipped limit when each object has an annotation about as long as a server takes; beside the same objects without it.
/// </summary>
internal static class LargeObjects
{
    private const int Objects = 200;
    private const int Note = 255 * 1024;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);

    public static async Task<Row[]> RunAsync(string binary) => [await OfAsync(binary, 0), await OfAsync(binary, Note)];

    private static async Task<Row> OfAsync(string binary, int note)
    {
        await using var stage = await Stage.StartAsync(Objects);
        await stage.DeclareAsync(0, Objects, note: note);
        using var controller = ControllerProcess.Start(stage.Cluster, binary, HeapLimit.Shipped);
        await stage.Statuses.ReachAsync(Objects);
        await Wait.ForAsync(Settling);
        var use = $"{Text.Megabytes(ProcessUse.Resident(controller.Id))}, peak {Text.Megabytes(ProcessUse.Peak(controller.Id))}";
        return new Row(
            Text.Of($"RSS, heap limit as in the shipped pod, {Objects} objects, each with an annotation of {note / 1024} KiB"), use);
    }
}
