using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace VpcMirrorOperator.Core.Tests.Hosting.Serving;

/// <summary>A certificate for loopback, and its key, as PEM.</summary>
internal sealed record TestCertificate(string Pem, string Key, string Thumbprint)
{
    public static TestCertificate Create(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(
            new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return new TestCertificate(certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem(), certificate.Thumbprint);
    }

    public void WriteTo(string folder)
    {
        File.WriteAllText(Path.Join(folder, "tls.crt"), Pem);
        File.WriteAllText(Path.Join(folder, "tls.key"), Key);
    }
}
