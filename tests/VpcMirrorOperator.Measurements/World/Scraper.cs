using System.Net;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.Measurements.World;

/// <summary>Reads the metrics over HTTPS as somebody whom RBAC allows it.</summary>
internal sealed class Scraper
{
    private readonly string _token;

    private Scraper(string token) => _token = token;

    /// <summary>Makes the account and its right; once for a cluster.</summary>
    public static async Task<Scraper> AllowedAsync(TestCluster cluster)
    {
        await cluster.KubectlAsync("create", "clusterrole", "reader", "--verb=get", "--non-resource-url=/metrics");
        await cluster.KubectlAsync("create", "clusterrolebinding", "reader", "--clusterrole=reader", "--serviceaccount=default:reader");
        return new Scraper(await cluster.TokenAsync("default", "reader"));
    }

    /// <summary>The page.</summary>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public async Task<string> ReadAsync(ControllerPorts ports)
    {
        var (status, page) = await ports.SecureMetricsAsync(_token);
        return status == HttpStatusCode.OK
            ? page
            : throw new InvalidOperationException($"Metrics were answered with {status} to who may read them.");
    }
}
