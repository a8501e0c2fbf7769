using VpcMirrorOperator.Measurements.Report;
using VpcMirrorOperator.Measurements.World;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.Measurements.Measurements;

/// <summary>
/// Memory over an hour of churn: every ten seconds some objects come, as many go and as many get another source, so that whatever is
/// kept of objects that are gone would show.
/// </summary>
internal static class Soak
{
    private const int Alive = 1_000;
    private const int Changed = 5;
    private const int Samples = 6;
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);

    /// <summary>How long it takes unless said otherwise, in minutes.</summary>
    public static readonly IReadOnlyList<int> Minutes = [60];

    /// <param name="binary">The controller.</param>
    /// <param name="minutes">How long; the first number counts.</param>
    public static async Task<Row[]> RunAsync(string binary, IReadOnlyList<int> minutes)
    {
        var steps = (int)(TimeSpan.FromMinutes(minutes[0]) / Step);
        await using var stage = await Stage.StartAsync(Alive + (steps * Changed));
        await stage.DeclareAsync(0, Alive);
        using var controller = ControllerProcess.Start(stage.Cluster, binary, "--metrics-secure", "true");
        await stage.Statuses.ReachAsync(Alive);
        List<string> resident = [];
        for (var step = 0; step < steps; step++)
        {
            var pause = Wait.ForAsync(Step);
            await stage.DeclareAsync(Alive + (step * Changed), Changed);
            await stage.DeleteAsync(step * Changed, Changed);
            await stage.EditAsync((step * Changed) + (Alive / 2), Changed);
            await pause;
            if ((step + 1) * Samples % steps < Samples) resident.Add(Text.Megabytes(ProcessUse.Resident(controller.Id)));
        }

        return
        [
            new Row(
                Text.Of($"RSS over {minutes[0]} min of churn, {Alive:N0} objects, {steps * Changed:N0} come, go and are edited"),
                Text.Of($"{string.Join(", ", resident)}; peak {Text.Megabytes(ProcessUse.Peak(controller.Id))}"), "flat"),
        ];
    }
}
