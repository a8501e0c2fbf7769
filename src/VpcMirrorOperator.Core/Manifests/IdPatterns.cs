using System.Text.RegularExpressions;
using VpcMirrorOperator.Api.TrafficMirrorSessions;

namespace VpcMirrorOperator.Manifests;

/// <summary>
/// The forms of names and ids that a manifest may hold. The cloud documents only the prefixes of its ids; the rest is what every
/// published example looks like, bounded by <see cref="SpecLimits.MaxIdLength"/>.
/// </summary>
internal static partial class IdPatterns
{
    /// <summary>A traffic mirror session: <c>tms-</c> and 1–60 lower-case letters and digits.</summary>
    [GeneratedRegex(@"^tms-[a-z0-9]{1,60}\z", RegexOptions.CultureInvariant)]
    public static partial Regex Session();

    /// <summary>A traffic mirror filter: <c>tmf-</c> and 1–60 lower-case letters and digits.</summary>
    [GeneratedRegex(@"^tmf-[a-z0-9]{1,60}\z", RegexOptions.CultureInvariant)]
    public static partial Regex Filter();

    /// <summary>A resource group: <c>rg-</c> and 1–60 letters and digits.</summary>
    [GeneratedRegex(@"^rg-[A-Za-z0-9]{1,60}\z", RegexOptions.CultureInvariant)]
    public static partial Regex ResourceGroup();

    /// <summary>A target of a session: the id of an interface, a load balancer or what else may come.</summary>
    [GeneratedRegex(@"^[a-z0-9-]{1,64}\z", RegexOptions.CultureInvariant)]
    public static partial Regex Target();

    /// <summary>
    /// A region such as <c>cn-hangzhou</c>: a part of the world, a place, and what follows; at most 63 characters. It becomes a part of a
    /// host name, and must not name another service's host.
    /// </summary>
    [GeneratedRegex(@"^(?=.{1,63}\z)([a-z]{2}|rus)-[a-z][a-z0-9]*(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    public static partial Regex Region();

    /// <summary>An object's name: a DNS-1123 subdomain of at most 253 characters (Kubernetes).</summary>
    [GeneratedRegex(@"^(?=.{1,253}\z)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\z", RegexOptions.CultureInvariant)]
    public static partial Regex Name();

    /// <summary>A namespace: a DNS-1123 label of at most 63 characters (Kubernetes).</summary>
    [GeneratedRegex(@"^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\z", RegexOptions.CultureInvariant)]
    public static partial Regex Namespace();
}
