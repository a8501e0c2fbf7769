namespace VpcMirrorOperator.Engine.Errors;

/// <summary>
/// Matches error codes, ignoring case. A <c>*</c> at the start or the end stands for anything. Codes are matched by their start, because
/// the documented lists are incomplete and change (codes were dropped from them in 2023).
/// </summary>
/// <param name="Text">The pattern as the documentation shows it.</param>
internal readonly record struct CodePattern(string Text)
{
    /// <summary>Whether <paramref name="code"/> fits.</summary>
    public bool Fits(string code)
    {
        var core = Text.Trim('*');
        return (Text[0], Text[^1]) switch
        {
            ('*', '*') => code.Contains(core, StringComparison.OrdinalIgnoreCase),
            ('*', _) => code.EndsWith(core, StringComparison.OrdinalIgnoreCase),
            (_, '*') => code.StartsWith(core, StringComparison.OrdinalIgnoreCase),
            _ => code.Equals(core, StringComparison.OrdinalIgnoreCase),
        };
    }
}
