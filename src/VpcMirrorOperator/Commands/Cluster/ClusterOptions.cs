namespace VpcMirrorOperator.Commands.Cluster;

/// <summary>Which cluster a command works on, and where in it.</summary>
/// <param name="Kubeconfig">The file, absolute; null to search as kubectl does.</param>
/// <param name="Context">A context of it; null for the current one.</param>
/// <param name="Namespace">A namespace; null for that of the context.</param>
/// <param name="AllNamespaces">All namespaces instead.</param>
internal sealed record ClusterOptions(string? Kubeconfig, string? Context, string? Namespace, bool AllNamespaces);
