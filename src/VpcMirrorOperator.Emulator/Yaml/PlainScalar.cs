using System.Text.RegularExpressions;

namespace VpcMirrorOperator.Emulator.Yaml;

/// <summary>Which unquoted words YAML's core schema takes for something else than text.</summary>
internal static partial class PlainScalar
{
    internal static bool IsNotText(string value) => NotText.IsMatch(value);

    private const string NullOrBoolean = "|~|null|Null|NULL|true|True|TRUE|false|False|FALSE";
    private const string Integer = "[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+";
    private const string Float = @"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)";

    [GeneratedRegex($@"^({NullOrBoolean}|{Integer}|{Float})\z")]
    private static partial Regex NotText { get; }
}
