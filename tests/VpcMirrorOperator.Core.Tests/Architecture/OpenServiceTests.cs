using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.Core.Tests.Architecture;

/// <summary>Opening the service cannot be undone, and mirroring is billed: people do it, the operator and its tool never do.</summary>
public class OpenServiceTests
{
    [Fact]
    public void No_program_calls_what_opens_the_service()
    {
        var sources = Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .Where(path => File.ReadAllText(path).Contains(nameof(OpenTrafficMirrorServiceRequest), StringComparison.Ordinal));
        Assert.Equal(["OpenTrafficMirrorService.cs"], sources.Select(Path.GetFileName));
    }
}
