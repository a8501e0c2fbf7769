using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Policies.Children;

/// <summary>
/// Name and tags of a session as one text, to see whether the template was changed. The resource group is none of it: it is given at Create
/// and cannot be changed.
/// </summary>
internal static class ChildRest
{
    /// <summary>What the template declares.</summary>
    public static string Of(SessionTemplate template, string policy) => Text(template.NamePrefix ?? policy, template.Tags);

    /// <summary>What a child declares.</summary>
    public static string Of(SessionDeclaration session, string policy, ObjectKey child)
    {
        var (name, suffix) = (session.Name ?? "", Suffix(policy, child));
        return Text(name.EndsWith(suffix, StringComparison.Ordinal) ? name[..^suffix.Length] : name, session.Tags);
    }

    /// <summary>The name of a child's session: prefix, and what tells the children apart.</summary>
    public static string NameOf(SessionTemplate template, string policy, ObjectKey child) =>
        (template.NamePrefix ?? policy) + Suffix(policy, child);

    private static string Suffix(string policy, ObjectKey child) =>
        child.Name.StartsWith(policy + "-", StringComparison.Ordinal) ? child.Name[policy.Length..] : "-" + child.Name;

    private static string Text(string prefix, IReadOnlyDictionary<string, string>? tags) => string.Join(
        '\n', (tags ?? new Dictionary<string, string>()).OrderBy(tag => tag.Key, StringComparer.Ordinal)
            .Select(tag => $"{tag.Key}={tag.Value}").Prepend(prefix));
}
