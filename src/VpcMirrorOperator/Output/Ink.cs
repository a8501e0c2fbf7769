namespace VpcMirrorOperator.Output;

/// <summary>Colours of lines on a terminal, the eight that every terminal has; plain text elsewhere.</summary>
/// <param name="Colour">Whether there are colours.</param>
internal readonly record struct Ink(bool Colour)
{
    /// <summary>What is added, or is well: green.</summary>
    public string Good(string text) => Sequence("32", text);

    /// <summary>What is removed, or wrong: red.</summary>
    public string Bad(string text) => Sequence("31", text);

    /// <summary>What waits for somebody: yellow.</summary>
    public string Warning(string text) => Sequence("33", text);

    /// <summary>Names: bold.</summary>
    public string Strong(string text) => Sequence("1", text);

    private string Sequence(string code, string text) => Colour ? $"\e[{code}m{text}\e[0m" : text;
}
