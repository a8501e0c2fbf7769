namespace VpcMirrorOperator.Core.Tests.Architecture;

/// <summary>Which folder of the three libraries may use which; their READMEs say the same in words.</summary>
public class LibraryFolderTests
{
    private static readonly Folders Client = new(
        "VpcMirrorOperator.AlibabaCloud",
        "Errors:",
        "Credentials: Errors",
        "Json: Errors",
        "Signing: Credentials Json Errors",
        "Endpoints: Credentials Json Errors",
        "RateLimiting: Credentials Json Errors",
        "Transport: Credentials Json Errors",
        "Rpc: Signing Endpoints RateLimiting Transport Credentials Json Errors",
        "Sts: Rpc Signing Endpoints RateLimiting Transport Credentials Json Errors",
        "Tagging: Rpc Signing Endpoints RateLimiting Transport Credentials Json Errors",
        "Ecs: Tagging Rpc Signing Endpoints RateLimiting Transport Credentials Json Errors",
        "Vpc: Tagging Rpc Signing Endpoints RateLimiting Transport Credentials Json Errors",
        "CredentialChain: Sts Rpc Signing Endpoints RateLimiting Transport Credentials Json Errors");

    private static readonly Folders CredentialChain = new(
        "VpcMirrorOperator.AlibabaCloud.CredentialChain",
        "Inputs:",
        "Refresh: Inputs",
        "Roles: Refresh Inputs",
        "Profiles: Roles Refresh Inputs",
        "Places: Profiles Roles Refresh Inputs",
        ".: Places Profiles Roles Refresh Inputs");

    private static readonly Folders Runtime = new(
        "VpcMirrorOperator.Kubernetes",
        "Model:",
        "Retry:",
        "Client: Model Retry",
        "Lists:",
        "Queue: Retry Lists",
        "Informers: Client Model Retry",
        "LeaderElection: Client Model",
        "Events: Client Model",
        "Control: Queue Model",
        "Reviews: Client Model");

    /// <summary>The folders of the emulator that everything after its seeds may use.</summary>
    private const string Words = "Wire Settings Sessions Filters Interfaces Matching Billing Yaml";

    private static readonly Folders Emulator = new(
        "VpcMirrorOperator.Emulator",
        "Wire:",
        "Settings:",
        "Sessions:",
        "Filters:",
        "Interfaces:",
        "Matching:",
        "Billing:",
        "Yaml:",
        "Faults: Wire Settings Sessions Filters Interfaces Yaml",
        "Seeds: Faults Wire Settings Sessions Filters Interfaces Yaml",
        $"State: Seeds Faults {Words}",
        $"Actions: State Seeds Faults {Words}",
        $"Signatures: State Seeds Faults {Words}",
        $"Snapshots: State Seeds Faults {Words}",
        $"Pipeline: Actions Signatures Snapshots State Seeds Faults {Words}",
        $".: Pipeline Actions Signatures Snapshots State Seeds Faults {Words}",
        $"Control: . Pipeline Actions Signatures Snapshots State Seeds Faults {Words}",
        $"Hosting: Control . Pipeline Actions Signatures Snapshots State Seeds Faults {Words}");

    public static TheoryData<string> ClientFolders => [.. Client.Names];

    public static TheoryData<string> CredentialChainFolders => [.. CredentialChain.Names];

    public static TheoryData<string> RuntimeFolders => [.. Runtime.Names];

    public static TheoryData<string> EmulatorFolders => [.. Emulator.Names];

    [Theory]
    [MemberData(nameof(ClientFolders))]
    public void A_folder_of_the_client_uses_only_those_below_it(string folder) => Client.Check(folder);

    [Theory]
    [MemberData(nameof(CredentialChainFolders))]
    public void A_folder_of_the_credential_chain_uses_only_those_below_it(string folder) => CredentialChain.Check(folder);

    [Theory]
    [MemberData(nameof(RuntimeFolders))]
    public void A_folder_of_the_runtime_uses_only_those_of_its_row(string folder) => Runtime.Check(folder);

    [Theory]
    [MemberData(nameof(EmulatorFolders))]
    public void A_folder_of_the_emulator_uses_only_those_before_it(string folder) => Emulator.Check(folder);

    [Fact]
    public void Every_folder_has_a_row()
    {
        Assert.Empty(Client.Missing(Product.AlibabaCloud));
        Assert.Empty(CredentialChain.Missing(Product.AlibabaCloud));
        Assert.Empty(Runtime.Missing(Product.Kubernetes));
        Assert.Empty(Emulator.Missing(Product.Emulator));
    }
}
