using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Kubernetes.Tests.Stand;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Widget))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class StandJson : JsonSerializerContext;
