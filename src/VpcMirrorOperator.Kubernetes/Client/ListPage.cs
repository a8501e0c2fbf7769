namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>One page of a list.</summary>
/// <param name="Items">The objects, in the server's order.</param>
/// <param name="ResourceVersion">Version of the whole list: where a watch begins.</param>
/// <param name="Continue">Token of the next page; null on the last one.</param>
/// <param name="Undecodable">Objects that are there but could not be read as <typeparamref name="T"/>.</param>
public sealed record ListPage<T>(
    IReadOnlyList<T> Items, string ResourceVersion, string? Continue, IReadOnlyList<UndecodableObject> Undecodable)
{
    /// <summary>Size of the answer in bytes.</summary>
    public long Bytes { get; init; }
}
