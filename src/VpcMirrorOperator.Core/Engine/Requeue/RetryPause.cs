using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Kubernetes.Control;

namespace VpcMirrorOperator.Engine.Requeue;

/// <summary>When to try again after a call that failed.</summary>
internal static class RetryPause
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>
    /// As long as the cloud asks for, but not in a tight loop; with back-off when it does not say. The log has the whole text where it is
    /// news; each further attempt names the code only.
    /// </summary>
    public static Outcome After(CloudException error)
    {
        if (error.RetryAfter is not { } asked) return Outcome.Failed($"{error.Action}: {error.Code}");
        return Outcome.RequeueAfter(asked > Shortest ? asked : Shortest);
    }
}
