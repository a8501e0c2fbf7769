using System.Globalization;

namespace VpcMirrorOperator.Api.Shared;

/// <summary>A count, or a share written as <c>"20%"</c> (the Kubernetes <c>IntOrString</c> convention).</summary>
/// <param name="Value">0 or more; 0–100 for a percentage.</param>
/// <param name="IsPercent">True for a percentage.</param>
public readonly record struct IntOrPercent(int Value, bool IsPercent)
{
    /// <summary>The count that this stands for, rounded down.</summary>
    /// <param name="total">What a percentage is of.</param>
    public int Of(int total) => IsPercent ? (int)((long)total * Value / 100) : Value;

    /// <summary>Reads <c>10</c> or <c>20%</c>.</summary>
    /// <returns>False when the text is neither a count of 0 or more nor a percentage of 0–100.</returns>
    public static bool TryParse(string? text, out IntOrPercent value)
    {
        var percent = text is not null && text.EndsWith('%');
        var digits = percent ? text![..^1] : text;
        var valid = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && !(percent && number > 100);
        value = valid ? new IntOrPercent(number, percent) : default;
        return valid;
    }

    /// <summary><c>10</c> or <c>20%</c>.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture) + (IsPercent ? "%" : "");
}
