using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Commands.Cluster;

/// <summary>Finds out who else writes an object, by the labels and annotations that these tools put on theirs. Pure.</summary>
internal static class ManagedBy
{
    /// <summary>The tool and its application; null when none is known.</summary>
    public static string? Of(ObjectMeta meta) =>
        Named("Argo CD", meta.Annotations.GetValueOrDefault("argocd.argoproj.io/tracking-id")?.Split(':')[0])
        ?? Named("Argo CD", meta.Labels.GetValueOrDefault("argocd.argoproj.io/instance"))
        ?? Named("Flux Kustomization", meta.Labels.GetValueOrDefault("kustomize.toolkit.fluxcd.io/name"))
        ?? Named("Flux HelmRelease", meta.Labels.GetValueOrDefault("helm.toolkit.fluxcd.io/name"))
        ?? Named("Helm release", meta.Annotations.GetValueOrDefault("meta.helm.sh/release-name"))
        ?? (meta.Labels.GetValueOrDefault("app.kubernetes.io/managed-by") == "Helm" ? "Helm" : null);

    /// <summary>Says that the change may not last.</summary>
    /// <param name="session">The object that was changed.</param>
    /// <param name="what">What was changed in it.</param>
    /// <param name="context">The process.</param>
    public static void Warn(TrafficMirrorSession session, string what, CommandContext context)
    {
        if (Of(session.Metadata) is { } owner)
            context.Error.WriteLine(
                $"warning: {session.Key()} is managed by {owner}, which may take {what} back at its next sync. Change it there as well.");
    }

    private static string? Named(string tool, string? name) => string.IsNullOrEmpty(name) ? null : $"{tool} {name}";
}
