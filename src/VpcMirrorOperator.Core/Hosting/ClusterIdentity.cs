using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Kubernetes.Client;

namespace VpcMirrorOperator.Hosting;

/// <summary>
/// Finds out which cluster this is: by the uid of the namespace kube-system, which lives as long as the cluster (rule S1).
/// </summary>
/// <param name="client">The API server.</param>
/// <param name="installation">Is told.</param>
/// <param name="time">Clock of the pauses.</param>
/// <param name="logger">Receives a line when it cannot be found out.</param>
internal sealed class ClusterIdentity(KubeClient client, Installation installation, TimeProvider time, ILogger logger)
{
    /// <summary>What the installation says before the first answer.</summary>
    public const string NotAskedYet = "The API server has not been asked yet which cluster this is.";

    private static readonly ResourcePath KubeSystem = new("", "v1", "namespaces", Name: "kube-system");
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>Asks once. When it cannot be found out the installation says why; nothing is thrown.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            var found = await client.GetAsync(KubeSystem, HostingJson.Default.PartialObject, cancellationToken);
            if (found.Metadata.Uid.Length > 0) installation.Learn(found.Metadata.Uid);
            else Miss("the API server gave it no uid");
        }
        catch (KubeApiException error)
        {
            Miss(error.Message.TrimEnd('.'));
        }
    }

    /// <summary>Asks each minute until it is known, or until cancelled: a right may be given at any time.</summary>
    /// <param name="cancellationToken">Ends it without an exception.</param>
    public async Task KeepAskingAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (installation.Id is null)
            {
                await Task.Delay(Pause, time, cancellationToken);
                await AskAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
    }

    private void Miss(string why)
    {
        var trouble = $"The uid of the namespace kube-system, by which a cluster knows what it created, could not be read: {why}. "
            + "Give the operator the right to get this namespace (config/rbac).";
        if (installation.Trouble != trouble) logger.NoIdentity(trouble);
        installation.Miss(trouble);
    }
}
