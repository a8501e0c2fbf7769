using VpcMirrorOperator.Measurements.World;

namespace VpcMirrorOperator.Measurements.Measurements;

/// <summary>
/// A program that writes the first status of a crowd of objects, and then starts again and finds everything done; each on an API server
/// of its own.
/// </summary>
/// <param name="Contender">The program.</param>
/// <param name="Objects">How many.</param>
/// <param name="First">Until all statuses are written.</param>
/// <param name="Again">Until all sessions are read again.</param>
/// <param name="Scraped">After the metrics were read three times in the first life; null for a program without.</param>
internal sealed record Lives(Contender Contender, int Objects, Life First, Life Again, Scrapes? Scraped)
{
    public static async Task<Lives> OfAsync(Contender contender, int objects)
    {
        await using var stage = await Stage.StartAsync(objects);
        await stage.DeclareAsync(0, objects);
        Scrapes? scrapes = null;
        var first = await Life.OfAsync(
            contender, stage.Cluster, _ => stage.Statuses.ReachAsync(objects),
            async started => scrapes = await Scrapes.OfAsync(stage.Cluster, started));
        var again = await Life.OfAsync(contender, stage.Cluster, reads => reads.ReachAsync(objects), _ => Task.CompletedTask);
        return new Lives(contender, objects, first, again, scrapes);
    }
}
