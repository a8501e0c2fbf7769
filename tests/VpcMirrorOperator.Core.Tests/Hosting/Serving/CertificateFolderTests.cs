using Microsoft.Extensions.Time.Testing;
using VpcMirrorOperator.Hosting.Serving;
using VpcMirrorOperator.Processes;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.Core.Tests.Hosting.Serving;

public sealed class CertificateFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vpc-mirror-certificate-");
    private readonly FakeTimeProvider _time = new();
    private readonly RecordedLog _log = new();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_renewed_certificate_is_shown_without_a_restart_and_noticed_within_the_interval()
    {
        var (first, second) = (TestCertificate.Create("first"), TestCertificate.Create("second"));
        first.WriteTo(_folder.FullName);
        var certificates = Open();
        second.WriteTo(_folder.FullName);
        Assert.Equal(first.Thumbprint, Shown(certificates));
        _time.Advance(CertificateFolder.Interval);
        Assert.Equal(second.Thumbprint, Shown(certificates));
        Assert.Equal([4052], _log.Lines.Select(line => line.Id));
    }

    [Fact]
    public void Half_a_renewal_leaves_the_former_certificate_and_the_other_half_completes_it()
    {
        var (first, second) = (TestCertificate.Create("first"), TestCertificate.Create("second"));
        first.WriteTo(_folder.FullName);
        var certificates = Open();
        File.WriteAllText(Path.Join(_folder.FullName, "tls.crt"), second.Pem);
        for (var check = 0; check < 3; check++)
        {
            _time.Advance(CertificateFolder.Interval);
            Assert.Equal(first.Thumbprint, Shown(certificates));
        }

        second.WriteTo(_folder.FullName);
        _time.Advance(CertificateFolder.Interval);
        Assert.Equal(second.Thumbprint, Shown(certificates));
        // What cannot be used is told of once.
        Assert.Equal([4053, 4052], _log.Lines.Select(line => line.Id));
    }

    [Theory]
    [InlineData("tls.key", null)]
    [InlineData("tls.crt", null)]
    [InlineData("tls.crt", "no certificate")]
    [InlineData("tls.key", "-----BEGIN PRIVATE KEY-----\nsecret\n-----END PRIVATE KEY-----")]
    public void What_is_missing_or_wrong_at_the_start_is_an_error_that_names_the_option_and_shows_no_key(string file, string? content)
    {
        TestCertificate.Create("first").WriteTo(_folder.FullName);
        if (content is null) File.Delete(Path.Join(_folder.FullName, file));
        else File.WriteAllText(Path.Join(_folder.FullName, file), content);
        var error = Assert.Throws<StartupException>(Open);
        Assert.Contains("--metrics-cert-dir", error.Message, StringComparison.Ordinal);
        Assert.Contains("tls.crt and tls.key", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chain_is_sent_along()
    {
        var (leaf, issuer) = (TestCertificate.Create("leaf"), TestCertificate.Create("issuer"));
        (leaf with { Pem = leaf.Pem + "\n" + issuer.Pem }).WriteTo(_folder.FullName);
        var current = Open().Current();
        Assert.Equal(leaf.Thumbprint, current.TargetCertificate.Thumbprint);
    }

    private static string Shown(CertificateFolder certificates) => certificates.Current().TargetCertificate.Thumbprint;

    private CertificateFolder Open() => new(_folder.FullName, _time, _log);
}
