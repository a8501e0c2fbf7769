using System.Globalization;

namespace VpcMirrorOperator.Api.TrafficMirrorFilters;

/// <summary>The ports that a rule is about, as the API writes them: <c>80/443</c>, or <c>-1/-1</c> for all.</summary>
/// <param name="First">The first port, 1 to 65535; -1 for all.</param>
/// <param name="Last">The last port, not before the first; -1 for all.</param>
public readonly record struct PortSpan(int First, int Last)
{
    /// <summary>The highest port.</summary>
    public const int Highest = 65535;

    /// <summary>All ports.</summary>
    public static readonly PortSpan All = new(-1, -1);

    /// <summary>Reads the API's form.</summary>
    /// <returns>False for anything else.</returns>
    public static bool TryParse(string? text, out PortSpan ports)
    {
        ports = All;
        if (text == "-1/-1") return true;
        if (text?.Split('/') is not [var first, var last] || !Port(first, out var low) || !Port(last, out var high)) return false;
        ports = new PortSpan(low, high);
        return low <= high;
    }

    /// <summary>The API's form.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{First}/{Last}");

    private static bool Port(string text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is >= 1 and <= Highest && text[0] != '0';
}
