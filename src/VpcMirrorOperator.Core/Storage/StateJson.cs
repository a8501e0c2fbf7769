using System.Text.Json.Serialization;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Storage;

/// <summary>The JSON form of <see cref="StateRecord"/>, indented because people read these files.</summary>
[JsonSourceGenerationOptions(
    RespectNullableAnnotations = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    Converters = [typeof(TimeConverter)])]
[JsonSerializable(typeof(StateRecord))]
[JsonSerializable(typeof(ObjectMeta))]
internal sealed partial class StateJson : JsonSerializerContext;
