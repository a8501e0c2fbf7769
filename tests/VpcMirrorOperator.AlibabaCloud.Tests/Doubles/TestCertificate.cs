using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using VpcMirrorOperator.TestSupport.Cloud;

namespace VpcMirrorOperator.AlibabaCloud.Tests.Doubles;

/// <summary>A certificate of a TLS server on loopback, signed by itself.</summary>
internal static class TestCertificate
{
    public static X509Certificate2 Create()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(TestClient.Start.AddYears(-1), TestClient.Start.AddYears(10));
    }
}
