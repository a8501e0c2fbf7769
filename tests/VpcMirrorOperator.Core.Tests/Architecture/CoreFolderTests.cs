namespace VpcMirrorOperator.Core.Tests.Architecture;

/// <summary>Which folder of the operator may use which. Data flows one way, and what every kind shares names none.</summary>
public class CoreFolderTests
{
    internal static readonly Folders Core = new(
        "VpcMirrorOperator",
        "Api:",
        "Processes:",
        "Cloud: Api",
        "Engine: Api",
        "Storage: Api",
        "Manifests: Api",
        "Kinds: Engine Cloud Storage Api",
        "Hosting: Kinds Manifests Storage Engine Cloud Api Processes");

    public static TheoryData<string> CoreFolders => [.. Core.Names.Except(RulesThatDoNotHoldYet.Folders)];

    [Theory]
    [MemberData(nameof(CoreFolders))]
    public void A_folder_uses_only_those_of_its_row(string folder) => Core.Check(folder);

    [Fact]
    public void Every_folder_has_a_row() => Assert.Empty(Core.Missing(Product.Core));
}
