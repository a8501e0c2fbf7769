using System.Globalization;
using VpcMirrorOperator.Emulator.Wire;
using VpcMirrorOperator.Emulator.Yaml;

namespace VpcMirrorOperator.Emulator.Control;

/// <summary>The query parameters of the control API.</summary>
internal static class ControlQuery
{
    internal static bool Flag(RequestTarget target, string name) => Text(target, name) switch
    {
        null or "false" => false,
        "true" => true,
        var other => throw Error(name, $"'{other}' is not a boolean", "Give true or false."),
    };

    internal static long Sequence(RequestTarget target, string name)
    {
        var text = Text(target, name) ?? "0";
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Error(name, $"'{text}' is not a sequence number", "Give 0 or more.");
    }

    internal static string Required(RequestTarget target, string name, string example) => Text(target, name) is { Length: > 0 } text
        ? text
        : throw Error(name, $"{name} is missing", $"Add it, for example {name}={example}.");

    private static string? Text(RequestTarget target, string name) => target.Query.FirstOrDefault(p => p.Key == name).Value;

    internal static EmulatorSeedException Error(string name, string problem, string remedy) => new("query", 1, name, problem, remedy);
}
