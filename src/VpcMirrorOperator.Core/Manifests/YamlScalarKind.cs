using System.Text.RegularExpressions;

namespace VpcMirrorOperator.Manifests;

/// <summary>What a scalar stands for.</summary>
internal enum ScalarKind
{
    Text,
    Null,
    Boolean,
    Number,
}

/// <summary>
/// The YAML 1.2 core schema, plus the YAML 1.1 booleans: kubectl still reads <c>yes</c> and <c>off</c> as booleans, so they must not
/// pass as text here.
/// </summary>
internal static partial class YamlScalarKind
{
    public static ScalarKind Of(YamlScalar scalar) => !scalar.IsPlain ? ScalarKind.Text : scalar.Text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => ScalarKind.Null,
        _ when Booleans().IsMatch(scalar.Text) => ScalarKind.Boolean,
        _ when Numbers().IsMatch(scalar.Text) => ScalarKind.Number,
        _ => ScalarKind.Text,
    };

    [GeneratedRegex("^(true|True|TRUE|false|False|FALSE|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF)$", RegexOptions.CultureInvariant)]
    private static partial Regex Booleans();

    [GeneratedRegex(@"^([-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
