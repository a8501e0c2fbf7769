using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace VpcMirrorOperator.TestSupport.ApiServers;

/// <summary>A certificate authority for one server, and the certificates it has signed, as PEM files in a folder.</summary>
internal sealed class TestPki : IDisposable
{
    private readonly string _folder;
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private int _serial;

    public TestPki(string folder)
    {
        _folder = folder;
        var request = new CertificateRequest("CN=test-ca", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        Authority = request.CreateSelfSigned(Now.AddHours(-1), Now.AddDays(1));
        File.WriteAllText(PathOf("ca.crt"), Authority.ExportCertificatePem());
        using var accounts = RSA.Create(2048);
        File.WriteAllText(PathOf("sa.key"), accounts.ExportRSAPrivateKeyPem());
        File.WriteAllText(PathOf("sa.pub"), accounts.ExportSubjectPublicKeyInfoPem());
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName("localhost");
        Sign("apiserver", "CN=kube-apiserver", "1.3.6.1.5.5.7.3.1", names.Build());
    }

    public X509Certificate2 Authority { get; }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public string PathOf(string file) => Path.Combine(_folder, file);

    /// <summary>Writes <c>name.crt</c> and <c>name.key</c> for a user as Kubernetes reads it: CN is the name, each O a group.</summary>
    public void SignUser(string name, string user, params IEnumerable<string> groups)
    {
        var subject = new X500DistinguishedNameBuilder();
        foreach (var group in groups) subject.AddOrganizationName(group);
        subject.AddCommonName(user);
        Sign(name, subject.Build().Name, "1.3.6.1.5.5.7.3.2", null);
    }

    public void Dispose()
    {
        Authority.Dispose();
        _key.Dispose();
    }

    private void Sign(string name, string subject, string purpose, X509Extension? names)
    {
        using var leaf = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, leaf, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(purpose)], false));
        if (names is not null) request.CertificateExtensions.Add(names);
        using var signed = request.Create(Authority, Now.AddHours(-1), Now.AddHours(23), [1, (byte)Interlocked.Increment(ref _serial)]);
        File.WriteAllText(PathOf(name + ".crt"), signed.ExportCertificatePem());
        File.WriteAllText(PathOf(name + ".key"), leaf.ExportECPrivateKeyPem());
    }
}
