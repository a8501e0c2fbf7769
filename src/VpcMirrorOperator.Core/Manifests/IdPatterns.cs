using System.Text.RegularExpressions;
using VpcMirrorOperator.Api.TrafficMirrorSessions;

namespace VpcMirrorOperator.Manifests;

/// <summary>
/// The forms of names and ids that a manifest may hold. The cloud documents only the prefixes of its ids; the rest is what every
/// published example looks like, bounded by <see cref="SpecLimits.MaxIdLength"/>.
/// </summary>
internal static partial class IdPatterns
{
    /// <summary>A network interface: <c>eni-</c> and 1–60 lower-case letters and digits.</summary>
    [GeneratedRegex(@"^eni-[a-z0-9]{1,60}\z", RegexOptions.CultureInvariant)]
    public static partial Regex Source();

    /// <summary>A traffic mirror session: <c>tms-</c> and 1–60 lower-case letters and digits.</summary>
    [GeneratedRegex(@"^tms-[a-z0-9]{1,60}\z", RegexOptions.CultureInvariant)]
    public static partial Regex Session();

    /// <summary>A region such as <c>cn-hangzhou</c>: at most 64 lower-case letters, digits and inner hyphens.</summary>
    [GeneratedRegex(@"^(?=.{1,64}\z)[a-z0-9]+(-[a-z0-9]+)+\z", RegexOptions.CultureInvariant)]
    public static partial Regex Region();

    /// <summary>An object's name: a DNS-1123 subdomain of at most 253 characters (Kubernetes).</summary>
    [GeneratedRegex(@"^(?=.{1,253}\z)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\z", RegexOptions.CultureInvariant)]
    public static partial Regex Name();

    /// <summary>A namespace: a DNS-1123 label of at most 63 characters (Kubernetes).</summary>
    [GeneratedRegex(@"^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\z", RegexOptions.CultureInvariant)]
    public static partial Regex Namespace();
}
