using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Storage;

/// <summary>How objects and patches are written and definitions read.</summary>
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(PartialObject))]
[JsonSerializable(typeof(ObjectMeta))]
internal sealed partial class StoreJson : JsonSerializerContext;
