namespace VpcMirrorOperator.Emulator.Tests.Conformance;

/// <summary>The official ECS SDK for Node.js, unmodified, against the emulator over HTTP. Each check is a line of ecs.mjs.</summary>
public class EcsSdkConformanceTests(EcsSdkRun run) : IClassFixture<EcsSdkRun>
{
    [Theory]
    [InlineData("every filter")]
    [InlineData("filters together")]
    [InlineData("fields")]
    [InlineData("pages by token")]
    [InlineData("MaxResults is pulled into its range")]
    [InlineData("pages by number")]
    [InlineData("1,000 by tag and by resource group")]
    [InlineData("documented errors")]
    [InlineData("STS token")]
    [InlineData("wrong secret")]
    [InlineData("V1 signature")]
    [InlineData("throttling with retry-after")]
    [InlineData("tags: set, list, remove")]
    [InlineData("tags of more than 1,000")]
    [InlineData("errors of tag calls")]
    [InlineData("attach, use as a source, detach, delete")]
    [InlineData("what can be no source, and no target")]
    [InlineData("unknown action")]
    public void The_official_SDK_sees(string check)
    {
        Assert.SkipWhen(run.Missing, "The official SDK is not installed: npm ci --prefix tests/sdk-conformance");
        var line = run.Lines.FirstOrDefault(l => l == $"ok {check}" || l.StartsWith($"FAIL {check}:", StringComparison.Ordinal));
        Assert.Equal($"ok {check}", line ?? $"no line for it in: {string.Join(" | ", run.Lines)}");
    }

    [Fact]
    public void Every_check_of_the_script_is_asserted_here()
    {
        Assert.SkipWhen(run.Missing, "The official SDK is not installed: npm ci --prefix tests/sdk-conformance");
        Assert.Equal(18, run.Lines.Count);
    }
}
