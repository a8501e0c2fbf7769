using VpcMirrorOperator.Kinds.Filters;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Manifests;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Commands.Cluster;

/// <summary>An object as it is named on the command line, as in kubectl: <c>NAME</c> for a session, or <c>KIND/NAME</c>.</summary>
/// <param name="Kind">The kind as written in manifests.</param>
/// <param name="Name">The object's name.</param>
internal sealed record ObjectName(string Kind, string Name)
{
    /// <summary>The short name of filters, also in what is printed.</summary>
    public const string FilterPrefix = "tmf/";

    private const string SessionShort = "tms", FilterShort = "tmf";

    /// <summary>Reads it; null when it is no name, or of no kind that the commands know.</summary>
    /// <param name="text">As typed.</param>
    public static ObjectName? Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var (prefix, name) = slash < 0 ? (SessionShort, text) : (text[..slash], text[(slash + 1)..]);
        if (!IdPatterns.Name().IsMatch(name)) return null;
        return IsOf(SessionKind.Resource, SessionShort, prefix) ? new ObjectName(SessionKind.Resource.Kind, name)
            : IsOf(FilterKind.Resource, FilterShort, prefix) ? new ObjectName(FilterKind.Resource.Kind, name)
            : null;
    }

    private static bool IsOf(IResourceKind kind, string shortName, string prefix) =>
        new[] { shortName, kind.Kind, kind.Path.Plural, kind.DefinitionName }.Contains(prefix, StringComparer.OrdinalIgnoreCase);
}
