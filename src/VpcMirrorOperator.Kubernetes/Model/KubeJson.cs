using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>How the runtime's own kinds are read and written.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PartialObject))]
[JsonSerializable(typeof(ListMeta))]
[JsonSerializable(typeof(Status))]
[JsonSerializable(typeof(DeleteOptions))]
[JsonSerializable(typeof(Lease))]
[JsonSerializable(typeof(LeasePatch))]
internal sealed partial class KubeJson : JsonSerializerContext;
