using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.IntegrationTests.Crd;

/// <summary>The folders of manifests that the API server must accept and refuse.</summary>
internal static class TestManifests
{
    public static readonly string Accepted = Repository.PathOf("tests", "manifests", "accepted");
    public static readonly string Samples = Repository.PathOf("config", "samples");

    private static readonly string Rejected = Repository.PathOf("tests", "manifests", "rejected");

    /// <summary>Names of files, not paths: they are shown as names of tests.</summary>
    public static IEnumerable<string> RejectedNames() => NamesIn(Rejected);

    public static IEnumerable<string> AcceptedFiles() => Directory.EnumerateFiles(Accepted).Concat(Directory.EnumerateFiles(Samples));

    public static string RejectedFile(string name) => Path.Combine(Rejected, name);

    /// <summary>The part of the message that the file's first line announces.</summary>
    public static string Expected(string name)
    {
        const string start = "# expect: ";
        var line = File.ReadLines(RejectedFile(name)).First();
        Assert.StartsWith(start, line, StringComparison.Ordinal);
        return line[start.Length..];
    }

    /// <summary>Whether only a rule (CEL) can refuse it, as the file's second line then says.</summary>
    public static bool NeedsRules(string name) => File.ReadLines(RejectedFile(name)).ElementAt(1) == "# needs: rules";

    private static IEnumerable<string> NamesIn(string folder) =>
        Directory.EnumerateFiles(folder, "*.yaml").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);
}
