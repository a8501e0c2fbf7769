using VpcMirrorOperator.Measurements.Report;
using VpcMirrorOperator.Measurements.World;

namespace VpcMirrorOperator.Measurements.Measurements;

/// <summary>What a number of objects costs, and what it costs another program in the same run.</summary>
internal static class Memory
{
    public static readonly IReadOnlyList<int> Sizes = [100, 1_000, 10_000];

    /// <param name="contenders">Ours first.</param>
    /// <param name="sizes">Numbers of objects.</param>
    /// <returns>The table.</returns>
    public static async Task<string> RunAsync(IReadOnlyList<Contender> contenders, IReadOnlyList<int> sizes)
    {
        List<Lives> all = [];
        foreach (var size in sizes)
        foreach (var contender in contenders)
        {
            await Console.Error.WriteLineAsync(Text.Of($"  {contender.Name}, {size:N0} objects"));
            all.Add(await Lives.OfAsync(contender, size));
        }

        return Comparison.Render(all);
    }
}
