using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Processes;

namespace VpcMirrorOperator.Hosting.Serving;

/// <summary>
/// The certificate in <c>tls.crt</c> (with its chain) and <c>tls.key</c> of a folder, where a Secret of type <c>kubernetes.io/tls</c> is
/// mounted. Handshakes notice a change; one that cannot be used leaves the former certificate in place. Thread-safe.
/// </summary>
internal sealed class CertificateFolder
{
    /// <summary>How long the files are believed to be unchanged.</summary>
    internal static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly string _folder;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private string _seen;
    private long _checked;
    private SslStreamCertificateContext _current;

    /// <param name="folder">Where the two files are.</param>
    /// <param name="time">Clock of the checks.</param>
    /// <param name="logger">Told of changes.</param>
    /// <exception cref="StartupException">They are missing, or no certificate with its key.</exception>
    public CertificateFolder(string folder, TimeProvider time, ILogger logger)
    {
        (_folder, _time, _logger, _checked) = (folder, time, logger, time.GetTimestamp());
        try
        {
            var (certificate, key) = ReadFiles();
            (_seen, _current) = (Digest(certificate, key), Load(certificate, key));
        }
        catch (Exception error) when (IsUnusable(error))
        {
            throw new StartupException(
                $"--metrics-cert-dir {folder}: {Reason(error)}.\n  It must hold tls.crt and tls.key in PEM form.", error);
        }
    }

    /// <summary>The certificate to show now.</summary>
    public SslStreamCertificateContext Current()
    {
        lock (_lock)
        {
            if (_time.GetElapsedTime(_checked) >= Interval) Refresh();
            return _current;
        }
    }

    private static SslStreamCertificateContext Load(string certificate, string key)
    {
        var leaf = X509Certificate2.CreateFromPem(certificate, key);
        var chain = new X509Certificate2Collection();
        chain.ImportFromPem(certificate);
        chain.RemoveAt(0);
        return SslStreamCertificateContext.Create(leaf, chain, offline: true);
    }

    private static string Digest(string certificate, string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(certificate + "\n" + key)));

    private static bool IsUnusable(Exception error) =>
        error is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException;

    /// <summary>Nothing of the files themselves, one of which is a key.</summary>
    private static string Reason(Exception error) => error is IOException or UnauthorizedAccessException
        ? error.Message.TrimEnd('.')
        : "tls.crt and tls.key are not a certificate and its key";

    private void Refresh()
    {
        _checked = _time.GetTimestamp();
        try
        {
            var (certificate, key) = ReadFiles();
            var digest = Digest(certificate, key);
            if (digest == _seen) return;
            // Also what cannot be used has been seen, so that it is told of once.
            _seen = digest;
            _current = Load(certificate, key);
            _logger.CertificateChanged(_folder);
        }
        catch (Exception error) when (IsUnusable(error))
        {
            _logger.CertificateUnusable(_folder, Reason(error));
        }
    }

    private (string Certificate, string Key) ReadFiles() =>
        (File.ReadAllText(Path.Join(_folder, "tls.crt")), File.ReadAllText(Path.Join(_folder, "tls.key")));
}
