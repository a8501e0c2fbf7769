using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Control;

/// <summary>Answers of the control API.</summary>
internal static class ControlReplies
{
    internal static EmulatorResponse Ok { get; } = Json(200, new ControlReply("OK"), ControlJson.Default.ControlReply);

    internal static EmulatorResponse Json<T>(int status, T value, JsonTypeInfo<T> type) =>
        new(status, [new("Content-Type", "application/json;charset=utf-8")], JsonSerializer.SerializeToUtf8Bytes(value, type));

    internal static EmulatorResponse Yaml(string text) =>
        new(200, [new("Content-Type", "application/yaml;charset=utf-8")], Encoding.UTF8.GetBytes(text));

    internal static EmulatorResponse Refused(int status, string field, string error) =>
        Json(status, new ControlError(field, error), ControlJson.Default.ControlError);

    /// <summary>409 tells that the order was understood and the service refused it, with the code the service gave.</summary>
    internal static EmulatorResponse Outcome(string code) =>
        code == "OK" ? Ok : Json(409, new ControlReply(code), ControlJson.Default.ControlReply);
}
