using System.Text.RegularExpressions;

namespace VpcMirrorOperator.Hosting;

/// <summary>
/// The syntax of label selectors, so that a mistake is refused at the start: the API server would refuse each list instead, and the
/// operator would wait for ever. See "Labels and Selectors" in the Kubernetes documentation.
/// </summary>
internal static partial class LabelSelectorSyntax
{
    private const string Name = "[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?";
    private const string Key = "([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?" + Name;
    private const string Value = "(" + Name + ")?";
    private const string Set = @"\(\s*" + Value + @"(\s*,\s*" + Value + @")*\s*\)";
    private const string Requirement = @"\s*(" + Key + @"\s*((=|==|!=)\s*" + Value + @"|\s(in|notin)\s*" + Set + @")?|!\s*" + Key + @")\s*";

    /// <summary>Whether the text is one or more requirements, separated by commas.</summary>
    public static bool IsValid(string text) => Whole.IsMatch(text);

    [GeneratedRegex("^" + Requirement + "(," + Requirement + @")*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Whole { get; }
}
