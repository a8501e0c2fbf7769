using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Tenancy;
using VpcMirrorOperator.Kinds.Sessions.Planning;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>Why an object that does not own its session may not even read it, and what a person can do. Pure.</summary>
internal static class Refusals
{
    private const string WayOut =
        "Ask whoever runs the operator to add it: the chart's value tenancy.namespaces, or the file of --tenancy-file.";

    private const string NeverPasses =
        "A session does not pass from one namespace to a waiting object of another. If this namespace is to have it: see that no other "
        + "object names it, delete this one and create it again; or ask whoever runs the operator for an allow-list that names both.";

    /// <summary>The refusal; null for an object that waits for an older one of its own namespace.</summary>
    /// <param name="declared">The object.</param>
    /// <param name="owner">The object that owns the session; null when none may.</param>
    /// <param name="tenancy">What namespaces may have.</param>
    public static Refusal? Of(TrafficMirrorSession declared, TrafficMirrorSession? owner, TenancyRules tenancy)
    {
        var (session, space) = (declared.Session(), declared.Metadata.Namespace);
        if (WhatIsMissing(declared, tenancy) is { } missing)
            return new Refusal(
                Reasons.NotAllowed,
                $"The installation's allow-list does not name {missing}. Nothing is read, changed or removed. {WayOut}");
        if (owner is null) return Conflict($"Session {session} was managed by another namespace when this object came. {NeverPasses}");
        if (!tenancy.IsRestricted || owner.Metadata.Namespace == space) return null;
        var other = $"{owner.Key()}, an object of another namespace, manages session {session}.";
        return Conflict(tenancy.PassesBetweenNamespaces ? $"{other} Delete one of the two." : $"{other} {NeverPasses}");
    }

    /// <summary>What the object's namespace would have to be allowed, in words; null for nothing.</summary>
    public static string? WhatIsMissing(TrafficMirrorSession declared, TenancyRules tenancy)
    {
        var (session, space) = (declared.Session(), declared.Metadata.Namespace);
        return tenancy.WhatIsMissing(space, session.RegionId, declared.Creates() ? null : session.SessionId)
            ?? (declared.Spec.Session is { } own ? tenancy.WhatIsMissingToDeclare(space, own.Target?.Id) : null);
    }

    private static Refusal Conflict(string message) => new(Reasons.OwnershipConflict, message);
}
