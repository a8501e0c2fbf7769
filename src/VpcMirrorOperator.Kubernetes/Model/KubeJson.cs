using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>How the runtime's own kinds are read and written.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PartialObject))]
[JsonSerializable(typeof(OwnerReference))]
[JsonSerializable(typeof(ListMeta))]
[JsonSerializable(typeof(ApiStatus))]
[JsonSerializable(typeof(DeleteOptions))]
[JsonSerializable(typeof(Lease))]
[JsonSerializable(typeof(LeasePatch))]
[JsonSerializable(typeof(KubeEvent))]
[JsonSerializable(typeof(EventSeriesPatch))]
[JsonSerializable(typeof(TokenReview))]
[JsonSerializable(typeof(SubjectAccessReview))]
[JsonSerializable(typeof(StoredEvent))]
internal sealed partial class KubeJson : JsonSerializerContext;
