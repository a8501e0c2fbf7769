using ArchUnitNET.Fluent.Slices;
using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace VpcMirrorOperator.Core.Tests.Architecture;

/// <summary>Which folder of the operator may use which. Data flows one way, and what every kind shares names none.</summary>
public class CoreFolderTests
{
    internal static readonly Folders Core = new(
        "VpcMirrorOperator",
        "Api:",
        "Processes:",
        "Cloud: Api Processes",
        "Engine: Cloud Storage Manifests Api Processes",
        "Storage: Api",
        "Manifests: Api",
        "Kinds: Engine Cloud Storage Manifests Api Processes",
        "Hosting: Kinds Manifests Storage Engine Cloud Api Processes");

    public static TheoryData<string> CoreFolders => [.. Core.Names];

    [Theory]
    [MemberData(nameof(CoreFolders))]
    public void A_folder_uses_only_those_of_its_row(string folder) => Core.Check(folder);

    [Fact]
    public void The_engine_names_no_kind() => Types().That().ResideInNamespaceMatching(@"^VpcMirrorOperator\.Engine(\..+)?$")
        .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(@"^VpcMirrorOperator\.(Kinds(\..+)?|Api\.TrafficMirror.+)$"))
        .Check(Product.Types);

    [Fact]
    public void No_two_folders_use_each_other() =>
        SliceRuleDefinition.Slices().Matching("VpcMirrorOperator.(*)").Should().BeFreeOfCycles().Check(Product.Types);

    [Fact]
    public void Every_folder_has_a_row() => Assert.Empty(Core.Missing(Product.Core));
}
