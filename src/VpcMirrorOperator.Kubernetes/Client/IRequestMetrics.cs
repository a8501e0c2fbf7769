namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>
/// What the client reports about its requests; the names that dashboards know are <c>rest_client_requests_total{code,method,host}</c>
/// and <c>rest_client_request_duration_seconds{verb,host}</c>. Called from any thread; must be quick and must not throw.
/// </summary>
public interface IRequestMetrics
{
    /// <summary>One attempt has ended; a call that is retried counts once per attempt. For a watch: its beginning.</summary>
    /// <param name="code">HTTP status as a number, or <c>&lt;error&gt;</c> when no answer came (as client-go writes it).</param>
    /// <param name="verb">HTTP method.</param>
    /// <param name="host">Host and port of the server.</param>
    /// <param name="duration">Until the answer was read, or the attempt failed.</param>
    void Completed(string code, string verb, string host, TimeSpan duration);
}
