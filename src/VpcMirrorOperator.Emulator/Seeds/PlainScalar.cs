using System.Text.RegularExpressions;

namespace VpcMirrorOperator.Emulator;

/// <summary>Which unquoted words YAML's core schema takes for something else than text.</summary>
internal static partial class PlainScalar
{
    internal static bool IsNotText(string value) => NotText.IsMatch(value);

    [GeneratedRegex(@"^(|~|null|Null|NULL|true|True|TRUE|false|False|FALSE|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))\z")]
    private static partial Regex NotText { get; }
}
