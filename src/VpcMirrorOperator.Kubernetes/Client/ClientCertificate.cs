using System.Security.Cryptography.X509Certificates;
using System.Text;
using k8s;

namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>The certificate by which a kubeconfig user is known, if it has one.</summary>
internal static class ClientCertificate
{
    public static X509Certificate2? Load(KubernetesClientConfiguration config)
    {
        var certificate = Pem(config.ClientCertificateData, config.ClientCertificateFilePath);
        var key = Pem(config.ClientCertificateKeyData, config.ClientKeyFilePath);
        if (certificate is null || key is null) return null;
        var pair = X509Certificate2.CreateFromPem(certificate, key);
        return OperatingSystem.IsWindows() ? Stored(pair) : pair;
    }

    private static string? Pem(string? data, string? file) =>
        !string.IsNullOrEmpty(data) ? Encoding.ASCII.GetString(Convert.FromBase64String(data))
        : !string.IsNullOrEmpty(file) ? File.ReadAllText(file)
        : null;

    /// <summary>TLS on Windows takes no key that exists only in memory.</summary>
    private static X509Certificate2 Stored(X509Certificate2 pair)
    {
        using (pair) return X509CertificateLoader.LoadPkcs12(pair.Export(X509ContentType.Pkcs12), null);
    }
}
