using VpcMirrorOperator.Kinds;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.IntegrationTests.Docs;

public class ApiReferenceTests
{
    [Fact]
    public void The_API_reference_is_what_the_resource_definitions_say()
    {
        var made = ApiReference.Of([.. KindRegistry.All.Select(kind => kind.Resource.DefinitionName + ".yaml")]);
        var page = Repository.PathOf("docs", "api.md");
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") File.WriteAllText(page, made);
        Assert.True(
            made == File.ReadAllText(page), "docs/api.md is stale: run UPDATE_DOCS=1 dotnet test tests/VpcMirrorOperator.DocsTests");
    }
}
