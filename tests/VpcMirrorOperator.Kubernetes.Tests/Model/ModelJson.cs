using System.Text.Json.Serialization;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Tests.Model;

[JsonSerializable(typeof(ObjectMeta))]
[JsonSerializable(typeof(Condition))]
internal sealed partial class ModelJson : JsonSerializerContext;
