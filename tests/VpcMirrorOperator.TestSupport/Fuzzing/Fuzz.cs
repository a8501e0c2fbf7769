using System.Globalization;

namespace VpcMirrorOperator.TestSupport.Fuzzing;

/// <summary>Runs over spoiled inputs. <c>FUZZ_RUNS=100000</c> makes them longer, <c>FUZZ_SEED=7</c> others.</summary>
internal static class Fuzz
{
    private const int DefaultSeed = 20261126;

    /// <summary>Gives each spoiled input to a check, which fails by an exception; the failure names seed and run.</summary>
    /// <param name="runs">How many, unless the variable says so.</param>
    /// <param name="texts">Good inputs.</param>
    /// <param name="check">Throws when the input is not handled as promised.</param>
    public static void Run(int runs, IReadOnlyList<string> texts, Action<byte[]> check)
    {
        var (seed, count) = (Number("FUZZ_SEED", DefaultSeed), Number("FUZZ_RUNS", runs));
        var random = new Random(seed);
        for (var run = 0; run < count; run++)
        {
            var input = Mutations.Mutate(texts[random.Next(texts.Count)], random);
            try
            {
                check(input);
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                var text = System.Text.Encoding.UTF8.GetString(input);
                throw new InvalidOperationException($"FUZZ_SEED={seed}, run {run}: {error.GetType().Name} {error.Message}\n{text}", error);
            }
        }
    }

    /// <summary>A variable that is a number, or the number to take otherwise.</summary>
    public static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : otherwise;
}
