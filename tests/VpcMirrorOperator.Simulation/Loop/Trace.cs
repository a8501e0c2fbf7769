using System.Globalization;

namespace VpcMirrorOperator.Simulation.Loop;

/// <summary>What happened, in order, for people: <c>t=12.345s p=A text</c>. Equal seeds give equal traces.</summary>
public sealed class Trace(VirtualTime time)
{
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines => _lines;

    public void Add(string process, string text) =>
        _lines.Add(string.Create(CultureInfo.InvariantCulture, $"t={time.Elapsed.TotalSeconds:0.000}s p={process} {text}"));

    /// <summary>Forgets all lines: a run of days would be in memory otherwise.</summary>
    public void Clear()
    {
        _lines.Clear();
        _lines.TrimExcess();
    }

    /// <summary>The last lines, one below the other.</summary>
    public string Tail(int count = 200) => string.Join('\n', _lines.TakeLast(count));
}
