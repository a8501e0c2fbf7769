using System.Globalization;

namespace VpcMirrorOperator.Emulator.Filters;

/// <summary>Ports of a rule: <c>80/80</c>, <c>1024/65535</c>, or <c>-1/-1</c> for all.</summary>
/// <param name="First">The first port, 1 to 65535; -1 for all ports.</param>
/// <param name="Last">The last port, not before the first; -1 for all ports.</param>
public readonly record struct PortRange(int First, int Last)
{
    /// <summary>All ports, as the API writes them: <c>-1/-1</c>.</summary>
    public static PortRange All { get; } = new(-1, -1);

    /// <summary>Whether the rule with this range is about the port (0 to 65535).</summary>
    public bool Contains(int port) => this == All || (port >= First && port <= Last);

    /// <summary>Reads the form of the API; null for anything else.</summary>
    public static PortRange? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text == All.ToString()) return All;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && Port(text.AsSpan(0, slash)) is { } first && Port(text.AsSpan(slash + 1)) is { } last && first <= last
            ? new(first, last)
            : null;
    }

    /// <summary>The form of the API.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{First}/{Last}");

    private static int? Port(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= 65535 ? port : null;
}
