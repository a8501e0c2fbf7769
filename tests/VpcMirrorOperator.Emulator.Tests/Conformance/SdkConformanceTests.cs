namespace VpcMirrorOperator.Emulator.Tests.Conformance;

/// <summary>The official SDK for Node.js, unmodified, against the emulator over HTTP. Each check stands in a file of its subject in
/// <c>tests/sdk-conformance</c>.</summary>
public class SdkConformanceTests(SdkRun run) : IClassFixture<SdkRun>
{
    [Theory]
    [InlineData("list all pages")]
    [InlineData("list default page size")]
    [InlineData("list by ids, unknown left out")]
    [InlineData("list filters")]
    [InlineData("list fields")]
    [InlineData("add")]
    [InlineData("remove of 10 ids")]
    [InlineData("remove of 11 ids")]
    [InlineData("dry run")]
    [InlineData("token replay")]
    [InlineData("token mismatch")]
    [InlineData("wrong secret")]
    [InlineData("unknown key")]
    [InlineData("STS token")]
    [InlineData("STS key without its token")]
    [InlineData("expired STS credential and its successor")]
    [InlineData("V1 signature")]
    [InlineData("V1 success in XML")]
    [InlineData("V1 error in XML")]
    [InlineData("throttling with retry-after")]
    [InlineData("throttling without retry-after")]
    [InlineData("server error")]
    [InlineData("dropped connection after the effect")]
    [InlineData("error codes of a write")]
    [InlineData("documented texts of errors")]
    [InlineData("session created by somebody else")]
    [InlineData("service status")]
    [InlineData("unknown action")]
    [InlineData("session created with every parameter")]
    [InlineData("session created with defaults")]
    [InlineData("session updated")]
    [InlineData("session deleted")]
    [InlineData("states of a session")]
    [InlineData("session create token")]
    [InlineData("session dry run")]
    [InlineData("session refused")]
    [InlineData("service opened once")]
    [InlineData("filter with rules")]
    [InlineData("filter updated and deleted")]
    [InlineData("filter in use is not deleted")]
    [InlineData("rules created, updated and deleted")]
    [InlineData("filters by pages and conditions")]
    [InlineData("wrong rules refused")]
    [InlineData("tags set, found and taken away")]
    [InlineData("tags refused")]
    [InlineData("moved to a resource group")]
    [InlineData("ten sources in a session")]
    [InlineData("three sessions of an interface")]
    [InlineData("twenty sources of a small target")]
    [InlineData("two hundred sources of a large target")]
    [InlineData("five hundred sources of a load balancer")]
    [InlineData("sessions of a filter and of a region")]
    [InlineData("a priority once in a region")]
    [InlineData("a source is not the target")]
    [InlineData("twenty rules in a filter")]
    [InlineData("a hundred filters")]
    [InlineData("bounds of a session")]
    [InlineData("what an update refuses")]
    [InlineData("what an add and a remove refuse")]
    [InlineData("bounds of lists")]
    [InlineData("the other filters of a list of sessions")]
    [InlineData("a filter that changes")]
    [InlineData("a rule that changes")]
    [InlineData("a session that changes, as a conflict")]
    [InlineData("what rules refuse")]
    [InlineData("what tag calls refuse")]
    [InlineData("tags that show later")]
    [InlineData("a token whose call is under way")]
    [InlineData("overdue payment")]
    [InlineData("busy, broken and forbidden")]
    public void The_official_SDK_sees(string check)
    {
        Assert.SkipWhen(run.Missing, "The official SDK is not installed: npm ci --prefix tests/sdk-conformance");
        var line = run.Lines.FirstOrDefault(l => l == $"ok {check}" || l.StartsWith($"FAIL {check}:", StringComparison.Ordinal));
        Assert.Equal($"ok {check}", line ?? $"no line for it in: {string.Join(" | ", run.Lines)}");
    }

    [Fact]
    public void All_nineteen_operations_are_driven_with_success()
    {
        Assert.SkipWhen(run.Missing, "The official SDK is not installed: npm ci --prefix tests/sdk-conformance");
        Assert.Equal(19, run.Operations.Count);
        Assert.Equal(ApiOperation.All.Order(StringComparer.Ordinal), run.Operations);
    }

    [Fact]
    public void Every_check_of_the_script_is_asserted_here()
    {
        Assert.SkipWhen(run.Missing, "The official SDK is not installed: npm ci --prefix tests/sdk-conformance");
        Assert.Equal(70, run.Lines.Count);
    }
}
