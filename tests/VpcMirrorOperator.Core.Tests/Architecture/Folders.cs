using System.Reflection;
using System.Text.RegularExpressions;
using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace VpcMirrorOperator.Core.Tests.Architecture;

/// <summary>
/// The folders of one project, and for each the other folders that it may use. A folder is a namespace with all below it.
/// </summary>
/// <param name="root">The namespace of the project's folder.</param>
/// <param name="rows">A folder, a colon, and the folders that it may use, separated by blanks; <c>.</c> is the project's own
/// folder.</param>
internal sealed class Folders(string root, params string[] rows)
{
    private readonly Dictionary<string, string[]> _allowed = rows.Select(row => row.Split(':')).ToDictionary(
        row => row[0], row => row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    /// <summary>The folders, each a row of a theory.</summary>
    public IReadOnlyCollection<string> Names => _allowed.Keys;

    /// <summary>Fails with every type of the folder that uses a folder which it may not use, and names both.</summary>
    public void Check(string folder)
    {
        var own = Types().That().ResideInNamespaceMatching(Pattern([folder]));
        var forbidden = Types().That().ResideInNamespaceMatching(Pattern(_allowed.Keys))
            .And().DoNotResideInNamespaceMatching(Pattern([folder, .. _allowed[folder]]));
        own.Should().NotDependOnAny(forbidden).Check(Product.Types);
    }

    /// <summary>The namespaces of an assembly that no row is about.</summary>
    public IEnumerable<string> Missing(Assembly assembly)
    {
        var known = new Regex(Pattern(_allowed.Keys));
        return assembly.GetTypes().Select(type => type.Namespace ?? "")
            .Where(ns => ns == root || ns.StartsWith(root + ".", StringComparison.Ordinal))
            .Distinct().Where(ns => !known.IsMatch(ns)).Order(StringComparer.Ordinal);
    }

    private string Pattern(IEnumerable<string> folders) => $"^({string.Join('|', folders.Select(Pattern))})$";

    private string Pattern(string folder) => folder == "." ? Regex.Escape(root) : Regex.Escape($"{root}.{folder}") + @"(\..+)?";
}
