using System.Security.Authentication;

namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>Why no connection to the API server came about, in a sentence with its remedy instead of the framework's words.</summary>
internal static class ConnectionTrouble
{
    /// <summary>The cause; the framework's own words where it is none of the known ones.</summary>
    /// <param name="error">What the framework threw.</param>
    public static string Of(Exception error) => error switch
    {
        _ when Inner<AuthenticationException>(error) is { } tls => Certificate(tls),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } =>
            "the host name cannot be resolved. Check the server address of the kubeconfig context (kubectl config view --minify), and DNS",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } =>
            $"{error.Message}. Check that the API server runs, and the server address of the kubeconfig context "
            + "(kubectl config view --minify)",
        _ => error.Message,
    };

    /// <summary>The framework tells the kinds of refused certificates apart in its text alone, by names of its own enumerations.</summary>
    private static string Certificate(AuthenticationException error) => error.Message switch
    {
        var text when text.Contains("NameMismatch", StringComparison.Ordinal) =>
            "the certificate of the API server is for another host name. Correct the server address of the kubeconfig context, or set "
            + "tls-server-name to a name in the certificate",
        var text when text.Contains("NotTimeValid", StringComparison.Ordinal) =>
            "the certificate of the API server has expired or is not valid yet. Renew it, or correct the clock of this machine",
        var text when text.Contains("UntrustedRoot", StringComparison.Ordinal) || text.Contains("PartialChain", StringComparison.Ordinal) =>
            "the certificate of the API server is signed by an authority that is not trusted. Correct certificate-authority of the "
            + "cluster in the kubeconfig (kubectl config view --minify), or the ca.crt of the service account",
        var text => $"TLS failed ({text.TrimEnd('.')}). Check that the server address is an API server's HTTPS port",
    };

    private static T? Inner<T>(Exception? error)
        where T : Exception
    {
        for (; error is not null; error = error.InnerException)
            if (error is T found) return found;
        return null;
    }
}
