using System.Text.Json.Serialization;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Policies.Cluster;

/// <summary>How objects of the cluster are read: only what is used becomes an object.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(SharedTextConverter)])]
[JsonSerializable(typeof(PodObject))]
[JsonSerializable(typeof(NodeObject))]
[JsonSerializable(typeof(NamespaceObject))]
[JsonSerializable(typeof(PodEniObject))]
[JsonSerializable(typeof(TerwayNodeObject))]
internal sealed partial class ClusterJson : JsonSerializerContext;
