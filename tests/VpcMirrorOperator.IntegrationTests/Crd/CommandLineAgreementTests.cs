using VpcMirrorOperator.Kinds;
using VpcMirrorOperator.Manifests;

namespace VpcMirrorOperator.IntegrationTests.Crd;

/// <summary>The command line and the API server agree on what a valid manifest is.</summary>
public class CommandLineAgreementTests
{
    public static TheoryData<string> RejectedNames => [.. TestManifests.RejectedNames()];

    [Fact]
    public void Manifests_that_the_API_server_accepts_are_read_without_a_word()
    {
        Assert.All(TestManifests.AcceptedFiles(), file =>
        {
            var set = Parse(file);
            Assert.Empty(set.Errors);
            Assert.Empty(set.Notices);
        });
    }

    [Theory]
    [MemberData(nameof(RejectedNames))]
    public void Manifests_that_the_API_server_refuses_are_refused(string name)
    {
        Assert.NotEmpty(Parse(TestManifests.RejectedFile(name)).Errors);
    }

    private static ManifestSet Parse(string file) =>
        ManifestParser.Parse([new ManifestText(Path.GetFileName(file), File.ReadAllText(file))], KindRegistry.Manifests);
}
