using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Commands.Cluster;

/// <summary>Finds out who else writes an object, by the labels and annotations that these tools put on theirs. Pure.</summary>
internal static class ManagedBy
{
    private const string ArgoTracking = "argocd.argoproj.io/tracking-id", HelmRelease = "meta.helm.sh/release-name";
    private const string ArgoInstance = "argocd.argoproj.io/instance", Kustomization = "kustomize.toolkit.fluxcd.io/name";
    private const string FluxRelease = "helm.toolkit.fluxcd.io/name", Manager = "app.kubernetes.io/managed-by";

    /// <summary>The annotations that tell.</summary>
    public static readonly string[] Annotations = [ArgoTracking, HelmRelease];

    /// <summary>The labels that tell.</summary>
    public static readonly string[] Labels = [ArgoInstance, Kustomization, FluxRelease, Manager];

    /// <summary>The tool and its application; null when none is known.</summary>
    public static string? Of(ObjectMeta meta) =>
        Named("Argo CD", meta.Annotations.GetValueOrDefault(ArgoTracking)?.Split(':')[0])
        ?? Named("Argo CD", meta.Labels.GetValueOrDefault(ArgoInstance))
        ?? Named("Flux Kustomization", meta.Labels.GetValueOrDefault(Kustomization))
        ?? Named("Flux HelmRelease", meta.Labels.GetValueOrDefault(FluxRelease))
        ?? Named("Helm release", meta.Annotations.GetValueOrDefault(HelmRelease))
        ?? (meta.Labels.GetValueOrDefault(Manager) == "Helm" ? "Helm" : null);

    /// <summary>Says that the change may not last.</summary>
    /// <param name="changed">The object that was changed.</param>
    /// <param name="what">What was changed in it.</param>
    /// <param name="context">The process.</param>
    public static void Warn(ClusterObject changed, string what, CommandContext context)
    {
        if (Of(changed.Metadata) is { } owner)
            context.Error.WriteLine(
                $"warning: {changed.Shown} is managed by {owner}, which may take {what} back at its next sync. Change it there as well.");
    }

    private static string? Named(string tool, string? name) => string.IsNullOrEmpty(name) ? null : $"{tool} {name}";
}
