using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>
/// Where a resource is served: a collection, an object in it, or a subresource of that object (Kubernetes API concepts, "Resource URIs").
/// </summary>
/// <param name="Group">API group; empty for the core group.</param>
/// <param name="Version">API version, for example <c>v1</c>.</param>
/// <param name="Plural">Resource name, for example <c>leases</c>.</param>
/// <param name="Namespace">Namespace; null for a cluster-scoped resource, or for the collection over all namespaces.</param>
/// <param name="Name">Object name; null for the collection.</param>
/// <param name="Subresource">For example <c>status</c>; null for the object itself.</param>
public sealed record ResourcePath(
    string Group, string Version, string Plural, string? Namespace = null, string? Name = null, string? Subresource = null)
{
    /// <summary>The collection in one namespace.</summary>
    /// <param name="ns">Namespace; null for all.</param>
    public ResourcePath In(string? ns) => this with { Namespace = ns, Name = null, Subresource = null };

    /// <summary>One object.</summary>
    /// <param name="key">Its key; an empty namespace means cluster-scoped.</param>
    public ResourcePath Of(ObjectKey key) =>
        this with { Namespace = key.Namespace.Length == 0 ? null : key.Namespace, Name = key.Name, Subresource = null };

    /// <summary>The status of this object.</summary>
    public ResourcePath Status => this with { Subresource = "status" };

    /// <summary>Absolute path below the API server's address.</summary>
    public override string ToString()
    {
        var root = Group.Length == 0 ? $"/api/{Version}" : $"/apis/{Group}/{Version}";
        var scope = Namespace is null ? "" : "/namespaces/" + Uri.EscapeDataString(Namespace);
        return $"{root}{scope}/{Plural}{Segment(Name)}{Segment(Subresource)}";
    }

    private static string Segment(string? text) => text is null ? "" : "/" + Uri.EscapeDataString(text);
}
