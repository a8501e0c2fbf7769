using System.Net;
using VpcMirrorOperator.Kubernetes.Client;

namespace VpcMirrorOperator.Kubernetes.Informers;

/// <summary>Why a collection cannot be listed or watched, with the remedy. Pure.</summary>
internal static class ListTrouble
{
    /// <summary>The error's message and what to do about it.</summary>
    /// <param name="error">The refused or failed request.</param>
    /// <param name="path">The collection.</param>
    public static string Of(KubeApiException error, ResourcePath path) => error switch
    {
        { IsNotFound: true } =>
            $"{error.Message.TrimEnd('.')}. The cluster has no definition {path.Plural}.{path.Group}; install it: "
            + "kubectl apply --server-side -f deploy/install.yaml, or helm upgrade --install with the chart.",
        { Status: HttpStatusCode.Forbidden } =>
            $"{error.Message.TrimEnd('.')}. Give this account the right to list and watch {path.Plural}.{path.Group}: "
            + "config/rbac, or the chart.",
        { Status: HttpStatusCode.Unauthorized } =>
            $"{error.Message.TrimEnd('.')}. The API server does not take these credentials: renew those of the kubeconfig context, or the "
            + "token of the service account.",
        _ => error.Message,
    };
}
