using System.Net;
using VpcMirrorOperator.Kubernetes.Client;

namespace VpcMirrorOperator.Commands.Cluster;

/// <summary>Says what to do about an error of an API server. Pure.</summary>
internal static class ClusterAdvice
{
    /// <summary>The error and its remedy, two lines.</summary>
    /// <param name="error">The error.</param>
    /// <param name="what">What was read or changed.</param>
    public static string For(KubeApiException error, string what) => error switch
    {
        // A missing object is said with a reason, a missing kind without.
        { IsNotFound: true, Reason: "NotFound" } => $"{what}: not found.\n  See what there is: vpc-mirror status -A.",
        { IsNotFound: true } => $"{what}: the cluster does not know this kind.\n  Install the operator, or choose another --context.",
        { Status: HttpStatusCode.Forbidden } =>
            $"{error.Message.TrimEnd('.')}.\n  Ask for the role vpc-mirror-view (to read) or vpc-mirror-edit (to change).",
        { Status: HttpStatusCode.Unauthorized } =>
            $"{error.Message.TrimEnd('.')}.\n  The cluster does not take the credentials of this context: log in again.",
        { Status: null } => $"{error.Message.TrimEnd('.')}.\n  Is the cluster reachable? Try: kubectl version.",
        _ => error.Message,
    };
}
