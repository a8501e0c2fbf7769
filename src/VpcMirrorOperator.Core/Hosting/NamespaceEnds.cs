using VpcMirrorOperator.Kubernetes.Client;

namespace VpcMirrorOperator.Hosting;

/// <summary>Asks the API server whether namespaces are being deleted (rule P18).</summary>
/// <param name="client">The API server.</param>
internal sealed class NamespaceEnds(KubeClient client)
{
    private static readonly ResourcePath Namespaces = new("", "v1", "namespaces");

    /// <summary>Whether a namespace is being deleted, or is gone.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="KubeApiException">It cannot be found out.</exception>
    public async ValueTask<bool> IsEndingAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var found = await client.GetAsync(Namespaces with { Name = name }, HostingJson.Default.PartialObject, cancellationToken);
            return found.Metadata.DeletionTimestamp is not null;
        }
        catch (KubeApiException e) when (e.MissingName == name)
        {
            return true;
        }
    }
}
