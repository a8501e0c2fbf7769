namespace VpcMirrorOperator.TestSupport.ApiServers;

/// <summary>A folder with <c>etcd</c> and <c>kube-apiserver</c>, and usually <c>kubectl</c>, as envtest lays them out.</summary>
/// <param name="Version">Name of the folder, for test names.</param>
/// <param name="Folder">Its path.</param>
public sealed record ApiServerBinaries(string Version, string Folder)
{
    /// <summary>Why tests are skipped when <see cref="Find"/> finds nothing.</summary>
    public const string SkipReason =
        "Set KUBEBUILDER_ASSETS to a folder with etcd and kube-apiserver, or to one with several such folders.";

    /// <summary>Whether there is an API server to test on.</summary>
    public static bool Found => Find().Count > 0;

    /// <summary>
    /// All that <c>KUBEBUILDER_ASSETS</c> names: that folder itself, or each folder in it that is named after a version (as
    /// <c>setup-envtest</c> does); empty when there is none.
    /// </summary>
    public static IReadOnlyList<ApiServerBinaries> Find()
    {
        var assets = Environment.GetEnvironmentVariable("KUBEBUILDER_ASSETS");
        if (string.IsNullOrEmpty(assets) || !Directory.Exists(assets)) return [];
        var own = Path.TrimEndingDirectorySeparator(Path.GetFullPath(assets));
        var versions = Directory.GetDirectories(own).Where(f => char.IsAsciiDigit(Path.GetFileName(f)[0])).Order(StringComparer.Ordinal);
        return [.. versions.Prepend(own).Where(IsComplete).Select(f => new ApiServerBinaries(Path.GetFileName(f), f))];
    }

    /// <summary>Path of one of the binaries.</summary>
    /// <param name="name">Its file name.</param>
    public string this[string name] => Path.Combine(Folder, name);

    private static bool IsComplete(string folder) =>
        File.Exists(Path.Combine(folder, "etcd")) && File.Exists(Path.Combine(folder, "kube-apiserver"));
}
