using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace VpcMirrorOperator.Hosting.Serving;

/// <summary>
/// A certificate that nobody can verify, for scrapers that encrypt without asking who answers: it lives in this process's memory alone.
/// </summary>
internal static class SelfSignedCertificate
{
    // Nobody can trust it, so its end protects nobody; a process that runs for years must not stop being read.
    private const int Years = 10;

    /// <param name="time">Clock.</param>
    public static SslStreamCertificateContext Create(TimeProvider time)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=vpc-mirror-operator-metrics", key, HashAlgorithmName.SHA256);
        var now = time.GetUtcNow();
        return SslStreamCertificateContext.Create(request.CreateSelfSigned(now.AddHours(-1), now.AddYears(Years)), null, offline: true);
    }
}
