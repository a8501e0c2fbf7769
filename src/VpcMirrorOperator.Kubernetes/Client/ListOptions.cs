namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>What to list (Kubernetes API concepts, "Retrieving large results sets in chunks" and "Resource versions").</summary>
public sealed record ListOptions
{
    /// <summary>Label selector; null for all.</summary>
    public string? LabelSelector { get; init; }

    /// <summary>Field selector, for example <c>involvedObject.uid=…</c>; null for all. Each kind has its own fields.</summary>
    public string? FieldSelector { get; init; }

    /// <summary>Most objects in a page; null leaves it to the server. The server may send more when it answers from its cache.</summary>
    public int? Limit { get; init; }

    /// <summary>Token of the next page, from <see cref="ListPage{T}.Continue"/>; null for the first page.</summary>
    public string? Continue { get; init; }

    /// <summary>
    /// The answer must be at least as new as this (<c>resourceVersionMatch=NotOlderThan</c>); null means the newest. Not together with
    /// <see cref="Continue"/>.
    /// </summary>
    public string? NotOlderThan { get; init; }

    /// <summary>Called when the first bytes of the page are there; must be quick and must not throw.</summary>
    internal Action? OnActivity { get; init; }

    internal string Query => new QueryString()
        .Add("labelSelector", LabelSelector)
        .Add("fieldSelector", FieldSelector)
        .Add("limit", Limit)
        .Add("continue", Continue)
        .Add("resourceVersion", NotOlderThan)
        .Add("resourceVersionMatch", NotOlderThan is null ? null : "NotOlderThan")
        .ToString();
}
