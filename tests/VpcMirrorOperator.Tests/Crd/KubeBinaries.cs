using VpcMirrorOperator.ApiServer;

namespace VpcMirrorOperator.Tests.Crd;

/// <summary>
/// Where kube-apiserver, etcd and kubectl are: the folder in <c>KUBEBUILDER_ASSETS</c>, the convention of envtest.
/// </summary>
internal static class KubeBinaries
{
    /// <summary>Why a test was skipped, and what to do about it.</summary>
    public const string HowToGetThem =
        "No API server: set KUBEBUILDER_ASSETS to a folder with kube-apiserver, etcd and kubectl, for example the one that `setup-envtest use -p path` prints.";

    // Of several versions the newest: only current ones evaluate the rules of the schema.
    private static readonly string? Folder = ApiServerBinaries.Find() is [.., var newest] ? newest.Folder : null;

    public static bool Found => !string.IsNullOrEmpty(Folder);

    public static string PathOf(string binary) => Path.Combine(Folder ?? throw new InvalidOperationException(HowToGetThem), binary);
}
