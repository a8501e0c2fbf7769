using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Emulator;

/// <summary>How an order ended.</summary>
internal sealed record ControlReply(string Code);

/// <summary>What was wrong with an order, and with which part of it.</summary>
internal sealed record ControlError(string Field, string Error);

/// <summary>The JSON of the control API: camelCase names, enumerated values as words.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    WriteIndented = true)]
[JsonSerializable(typeof(EmulatorState))]
[JsonSerializable(typeof(IReadOnlyList<FaultRule>))]
[JsonSerializable(typeof(ControlReply))]
[JsonSerializable(typeof(ControlError))]
internal sealed partial class ControlJson : JsonSerializerContext;
