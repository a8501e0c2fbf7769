using System.Text;
using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.Fuzzing;

namespace VpcMirrorOperator.Emulator.Tests.Seeds;

/// <summary>A seed that is spoiled is read, or the error names its place.</summary>
public class SpoiledSeedTests
{
    [Fact]
    public void In_bytes_and_values()
    {
        string[] seeds = [File.ReadAllText(Repository.PathOf("config", "emulator", "demo-seed.yaml"))];
        Fuzz.Run(1_000, seeds, content =>
        {
            try
            {
                EmulatorSeed.Parse(Encoding.UTF8.GetString(content), "seed.yaml");
            }
            catch (EmulatorSeedException)
            {
                // It names the place.
            }
        });
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    public void In_a_nesting_without_end(string open)
    {
        var text = string.Concat(Enumerable.Repeat(open, 40_000));
        var error = Assert.Throws<EmulatorSeedException>(() => EmulatorSeed.Parse(text, "seed.yaml"));
        Assert.Contains("nested deeper", error.Message, StringComparison.Ordinal);
    }
}
