namespace VpcMirrorOperator.Tests.Output;

/// <summary>
/// Expected outputs kept as files. To accept new ones, run the tests with GOLDEN_FOLDER set to the source folder of the files.
/// </summary>
internal static class Golden
{
    public static void Check(string name, IEnumerable<string> lines) => Check(name, string.Join('\n', lines) + "\n");

    public static void Check(string name, string text)
    {
        if (Environment.GetEnvironmentVariable("GOLDEN_FOLDER") is { Length: > 0 } folder) File.WriteAllText(Path.Join(folder, name), text);
        else Assert.Equal(File.ReadAllText(Path.Join(AppContext.BaseDirectory, "Output", "Golden", name)), text);
    }
}
