using System.Security.Cryptography;
using k8s;
using k8s.Exceptions;
using k8s.KubeConfigModels;
using VpcMirrorOperator.Foreign;
using YamlDotNet.Core;

namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>Finds out how to reach the cluster, in the order that controller-runtime uses.</summary>
public static class KubeConfig
{
    /// <summary>
    /// The file that is named; else the files in <c>KUBECONFIG</c>; else the service account of the pod; else <c>~/.kube/config</c>.
    /// </summary>
    /// <param name="path">A kubeconfig file that must be used; null to search.</param>
    /// <param name="context">A context of it; null for the current one. Not used in a pod.</param>
    /// <returns>The connection; nothing has been sent yet, but an exec plugin has been run.</returns>
    /// <exception cref="InvalidDataException">There is none, or it cannot be used; the message says which and why.</exception>
    public static KubeConnection Load(string? path = null, string? context = null) => Load(path, context, new KubeConnectionOptions());

    /// <summary>The same with other times, so that tests need not wait for the defaults.</summary>
    internal static KubeConnection Load(string? path, string? context, KubeConnectionOptions options) =>
        Load(path, context, Environment.GetEnvironmentVariable("KUBECONFIG"), options);

    /// <summary>The same with another value of <c>KUBECONFIG</c>, which all tests of a process share otherwise.</summary>
    internal static KubeConnection Load(string? path, string? context, string? variable, KubeConnectionOptions options)
    {
        var (source, load) = Find(path, context, variable);
        try
        {
            return new KubeConnection(load(), options);
        }
#pragma warning disable CA1031 // Whatever the library does not expect in a file comes out as any exception, null references included.
        catch (Exception error) when (error is not (OutOfMemoryException or InvalidDataException))
#pragma warning restore CA1031
        {
            throw new InvalidDataException($"The connection to the cluster cannot be made from {source}: {Reason(error)}", error);
        }
    }

    private static string Reason(Exception error) => error switch
    {
        FileNotFoundException { FileName: { } missing } => $"the file {missing} that it names does not exist.",
        DirectoryNotFoundException => $"{error.Message.TrimEnd('.')}; it is named there.",
        // The words of the TLS library name neither the file nor what is wrong with it.
        CryptographicException => "a certificate or key cannot be read. Check that certificate-authority, client-certificate and client-key"
            + " name PEM files that exist, and that their -data fields are base64 of PEM.",
        _ => Plain(error),
    };

    private static string Plain(Exception error) => error is KubeConfigException or YamlException or IOException
        or UnauthorizedAccessException or FormatException or ArgumentException
            ? ForeignText.Clean(error.Message, ForeignText.MessageLength)
            : "it is not a complete kubeconfig. Compare it with the output of kubectl config view --raw --minify.";

    private static (string Source, Func<KubernetesClientConfiguration> Load) Find(string? path, string? context, string? variable)
    {
        if (path is null && !string.IsNullOrEmpty(variable))
            return variable.Contains(Path.PathSeparator) ? FromList(variable, context) : FromFile(variable, context);
        if (path is null && KubernetesClientConfiguration.IsInCluster())
            return ("the service account of the pod", KubernetesClientConfiguration.InClusterConfig);
        return FromFile(path ?? KubernetesClientConfiguration.KubeConfigDefaultLocation, context);
    }

    private static (string Source, Func<KubernetesClientConfiguration> Load) FromFile(string file, string? context) =>
        (file, () => KubernetesClientConfiguration.BuildConfigFromConfigFile(file, context));

    /// <summary>
    /// As for kubectl, a file of a list may be missing or empty, as long as one is left. Several are merged by the library, which
    /// reads the variable itself, knows only the current context, and misses none of them.
    /// </summary>
    private static (string Source, Func<KubernetesClientConfiguration> Load) FromList(string files, string? context)
    {
        var used = files.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(file => new FileInfo(file))
            .Where(file => file is { Exists: true, Length: > 0 }).ToArray();
        if (used.Length == 0) throw new InvalidDataException($"KUBECONFIG lists no file that exists and is not empty: {files}");
        if (used.Length == 1) return FromFile(used[0].FullName, context);
        return context is null
            ? (files, KubernetesClientConfiguration.BuildDefaultConfig)
            : (files, () => KubernetesClientConfiguration.BuildConfigFromConfigObject(Having(context, used), context));
    }

    /// <summary>
    /// The first file that has the context, with the clusters and users of the others: of two with one name the former counts, as kubectl
    /// does it.
    /// </summary>
    private static K8SConfiguration Having(string context, IEnumerable<FileInfo> files)
    {
        var all = files.Select(file => KubernetesClientConfiguration.LoadKubeConfig(file)).OfType<K8SConfiguration>().ToList();
        var has = all.FirstOrDefault(c => c.Contexts?.Any(known => known.Name == context) ?? false)
            ?? throw new InvalidDataException($"None of the files in KUBECONFIG has the context {context}.");
        has.Clusters = [.. all.SelectMany(c => c.Clusters ?? []).DistinctBy(c => c.Name)];
        has.Users = [.. all.SelectMany(c => c.Users ?? []).DistinctBy(u => u.Name)];
        return has;
    }
}
