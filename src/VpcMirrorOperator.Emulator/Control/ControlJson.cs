using System.Text.Json;
using System.Text.Json.Serialization;
using VpcMirrorOperator.Emulator.Billing;
using VpcMirrorOperator.Emulator.Faults;
using VpcMirrorOperator.Emulator.Matching;
using VpcMirrorOperator.Emulator.Sessions;
using VpcMirrorOperator.Emulator.Snapshots;

namespace VpcMirrorOperator.Emulator.Control;

/// <summary>How an order ended.</summary>
internal sealed record ControlReply(string Code);

/// <summary>What was wrong with an order, and with which part of it.</summary>
internal sealed record ControlError(string Field, string Error);

/// <summary>Fault kinds as a seed writes them, so that what is read here can be sent back.</summary>
internal sealed class FaultKindJson() : JsonStringEnumConverter<FaultKind>(JsonNamingPolicy.CamelCase);

/// <summary>Verbs as a seed writes them.</summary>
internal sealed class ChangeVerbJson() : JsonStringEnumConverter<ChangeVerb>(JsonNamingPolicy.CamelCase);

/// <summary>The JSON of the control API: camelCase names, enumerated values as words.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [typeof(FaultKindJson), typeof(ChangeVerbJson)],
    WriteIndented = true)]
[JsonSerializable(typeof(EmulatorSnapshot))]
[JsonSerializable(typeof(IReadOnlyList<FaultRule>))]
[JsonSerializable(typeof(PacketMatch))]
[JsonSerializable(typeof(MirrorBill))]
[JsonSerializable(typeof(ControlReply))]
[JsonSerializable(typeof(ControlError))]
internal sealed partial class ControlJson : JsonSerializerContext;
