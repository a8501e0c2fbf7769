using VpcMirrorOperator.Kinds;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.IntegrationTests.Crd;

/// <summary>Kinds and resource definitions belong together one by one.</summary>
public class DefinitionTests
{
    [Fact]
    public void Every_kind_has_a_definition_of_its_names_that_is_installed_and_every_definition_a_kind()
    {
        var installed = File.ReadAllText(Repository.PathOf("config", "crd", "kustomization.yaml"));
        foreach (var kind in KindRegistry.All.Select(registration => registration.Resource))
        {
            var text = File.ReadAllText(Repository.PathOf("config", "crd", kind.DefinitionName + ".yaml"));
            var (group, version, plural) = (kind.Path.Group, kind.Path.Version, kind.Path.Plural);
            string[] lines =
                [$"name: {kind.DefinitionName}", $"group: {group}", $"name: {version}", $"kind: {kind.Kind}", $"plural: {plural}"];
            Assert.All(lines, line => Assert.Matches($"(?m)^[ -]*{line}$", text));
            Assert.Contains(kind.DefinitionName + ".yaml", installed, StringComparison.Ordinal);
        }

        var files = Directory.GetFiles(Repository.PathOf("config", "crd"), "*.vpcmirror.io.yaml").Select(Path.GetFileNameWithoutExtension);
        Assert.Equal(KindRegistry.All.Select(kind => kind.Resource.DefinitionName).Order(), files.Order());
    }
}
