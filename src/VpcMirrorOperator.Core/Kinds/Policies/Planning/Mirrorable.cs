using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Kinds.Policies.Packing;

namespace VpcMirrorOperator.Kinds.Policies.Planning;

/// <summary>Which interfaces cannot be a source at all, and why (rule P24). Pure.</summary>
internal static class Mirrorable
{
    /// <summary>The targets of the region: those that a policy declares, and those of all listed sessions. None can be a source.</summary>
    public static HashSet<string> Targets(PackingPolicy policy, RegionListing listing) =>
        [.. policy.Targets.Select(target => target.Id), .. listing.Sessions.Select(session => session.TargetId)];

    /// <summary>Why an interface cannot be a source; null when it can.</summary>
    /// <param name="id">The interface.</param>
    /// <param name="seen">As the inventory has it; null for one that it does not have yet.</param>
    /// <param name="targets">The targets.</param>
    public static string? WhyNot(string id, NetworkInterface? seen, IReadOnlySet<string> targets)
    {
        if (targets.Contains(id)) return CoverageReasons.IsTarget;
        if (seen?.ServiceManaged == true) return CoverageReasons.ServiceManaged;
        return seen?.Status is { } status && status != NetworkInterface.InUse ? CoverageReasons.NotInUse : null;
    }
}
