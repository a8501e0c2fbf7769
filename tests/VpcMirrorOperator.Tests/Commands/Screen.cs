using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.Tests.Commands;

/// <summary>Output that a test can read while the command still writes.</summary>
public sealed class Screen : StringWriter
{
    private readonly Lock gate = new();

    public override void Write(char value)
    {
        lock (gate) base.Write(value);
    }

    public override void Write(string? value)
    {
        lock (gate) base.Write(value);
    }

    public override void Write(char[] buffer, int index, int count)
    {
        lock (gate) base.Write(buffer, index, count);
    }

    public override string ToString()
    {
        lock (gate) return base.ToString();
    }

    /// <summary>Waits for a text.</summary>
    public Task UntilAsync(string text) => Eventually.TrueAsync(() => ToString().Contains(text, StringComparison.Ordinal), text);
}
