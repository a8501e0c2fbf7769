using System.Text.Json.Serialization;
using VpcMirrorOperator.Api.Json;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Storage;

/// <summary>The JSON form of <see cref="StateRecord"/>: as <see cref="OperatorJson"/>, indented because people look into these files.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    WriteIndented = true,
    Converters = [typeof(TimeConverter), typeof(GoDurationConverter), typeof(IntOrPercentConverter)])]
[JsonSerializable(typeof(StateRecord))]
internal sealed partial class StateJson : JsonSerializerContext;
