using VpcMirrorOperator.TestSupport.Fuzzing;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions.Hostile;

/// <summary>
/// Whole reconciles over replies that are spoiled in bytes, values and meaning: no wrong write, no abort, no lie, no secret, no status that
/// an API server refuses, and order when the cloud is in order. <c>FUZZ_RUNS=100000</c> makes it longer, <c>FUZZ_SEED=7</c> others.
/// </summary>
public class HostileWorldTests
{
    [Fact]
    public void Hostile_replies_change_nothing_that_they_should_not()
    {
        var (first, count) = (Fuzz.Number("FUZZ_SEED", 1), Fuzz.Number("FUZZ_RUNS", 150));
        for (var seed = first; seed < first + count; seed++)
        {
            try
            {
                new HostileWorld(seed).Run();
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                throw new InvalidOperationException($"FUZZ_SEED={seed} FUZZ_RUNS=1: {error.GetType().Name} {error.Message}", error);
            }
        }
    }
}
