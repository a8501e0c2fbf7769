namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>How much of an answer is held in memory at once, in bytes.</summary>
internal static class AnswerLimits
{
    /// <summary>
    /// One object. etcd takes 1.5 MiB by default, and the API server requests of 3 MiB; annotations may have 256 KiB together.
    /// </summary>
    public const int Object = 4 * 1024 * 1024;

    /// <summary>One line of a watch: an object and the type of the event.</summary>
    public const int Line = Object + 1024;

    /// <summary>The body of an error: a <c>Status</c>, which lists every field that was refused.</summary>
    public const int Error = 256 * 1024;
}
