using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.IntegrationTests.Docs;

/// <summary>All Markdown pages of the repository.</summary>
internal static class Pages
{
    private static readonly string[] NotOurs = ["artifacts", "node_modules", "bin", "obj"];

    public static IReadOnlyList<string> All { get; } = [.. Find(Repository.PathOf()).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Find(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.md")) yield return Path.GetRelativePath(Repository.PathOf(), file);
        foreach (var child in Directory.EnumerateDirectories(folder))
        {
            var name = Path.GetFileName(child);
            if (name.StartsWith('.') || NotOurs.Contains(name)) continue;
            foreach (var page in Find(child)) yield return page;
        }
    }
}
