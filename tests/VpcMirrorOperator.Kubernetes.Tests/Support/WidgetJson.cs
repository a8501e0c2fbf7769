using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Kubernetes.Tests.Support;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Widget))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class WidgetJson : JsonSerializerContext;
