using VpcMirrorOperator.Commands.Cluster;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Tests.Commands.Cluster;

public class ManagedByTests
{
    [Theory]
    [InlineData("label", "kustomize.toolkit.fluxcd.io/name", "team-a", "Flux Kustomization team-a")]
    [InlineData("label", "helm.toolkit.fluxcd.io/name", "mirror", "Flux HelmRelease mirror")]
    [InlineData("label", "argocd.argoproj.io/instance", "mirror", "Argo CD mirror")]
    [InlineData("annotation", "argocd.argoproj.io/tracking-id", "mirror:vpcmirror.io/TrafficMirrorSession:ns/web", "Argo CD mirror")]
    [InlineData("annotation", "meta.helm.sh/release-name", "mirror", "Helm release mirror")]
    [InlineData("label", "app.kubernetes.io/managed-by", "Helm", "Helm")]
    [InlineData("label", "app.kubernetes.io/managed-by", "me", null)]
    [InlineData("label", "app.kubernetes.io/instance", "web", null)]
    public void Who_writes_an_object_is_known_by_the_marks_of_the_tool(string where, string key, string value, string? owner)
    {
        var marks = new Dictionary<string, string> { [key] = value };
        var meta = where == "label" ? new ObjectMeta { Labels = marks } : new ObjectMeta { Annotations = marks };

        Assert.Equal(owner, ManagedBy.Of(meta));
    }
}
