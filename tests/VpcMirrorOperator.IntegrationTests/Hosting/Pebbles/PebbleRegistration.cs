using System.Text.Json;
using VpcMirrorOperator.Engine.Kinds;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Manifests;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.IntegrationTests.Hosting.Pebbles;

/// <summary>All that a second kind needs beside its types and its reconciler.</summary>
internal sealed class PebbleRegistration : IKindRegistration
{
    public const string Definition = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata:
          name: pebbles.vpcmirror.io
        spec:
          group: vpcmirror.io
          scope: Namespaced
          names: {kind: Pebble, plural: pebbles, singular: pebble}
          versions:
          - name: v1
            served: true
            storage: true
            subresources: {status: {}}
            schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
        """;

    public static readonly ResourceKind<Pebble> Kind = new()
    {
        Kind = nameof(Pebble),
        Conditions = _ => [],
        SaysTheSame = (old, current) => old == current,
        Path = new ResourcePath("vpcmirror.io", "v1", "pebbles"),
        Type = PebbleJson.Default.Pebble,
        Spec = pebble => JsonSerializer.SerializeToNode(pebble.Spec, PebbleJson.Default.PebbleSpec)!.AsObject(),
        Status = pebble => pebble.Status is { } status
            ? JsonSerializer.SerializeToNode(status, PebbleJson.Default.PebbleStatus)!.AsObject()
            : null,
        HasOpenCall = _ => false,
        Identity = pebble => pebble.Metadata.Key.ToString(),
    };

    public IResourceKind Resource => Kind;

    public IManifestKind Manifests { get; } = new PebbleManifests();

    public IHostedKind Host(HostContext context) => new HostedKind<Pebble>(context, new HostedKindOptions<Pebble>
    {
        Resource = Kind,
        CreateReconciler = (store, _) => new PebbleReconciler(store),
        WriteMetricsAsync = (pebbles, output) => output.WriteAsync($"# TYPE pebbles gauge\npebbles {pebbles.Count}\n"),
    });
}
