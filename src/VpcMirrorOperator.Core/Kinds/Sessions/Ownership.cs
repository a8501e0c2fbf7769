using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Engine.Tenancy;
using VpcMirrorOperator.Kinds.Sessions.Planning;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>
/// Two objects for one session would undo each other's work for ever, so one owns it: the oldest. Namespaces are tenants: without an
/// allow-list a session stays with the namespace that has it, and an object that came while another namespace had it never gets it. Pure.
/// </summary>
internal static class Ownership
{
    /// <summary>Whose the session of an object is.</summary>
    /// <param name="declared">The object in question.</param>
    /// <param name="claimants">All objects that name the same session, that one included.</param>
    /// <param name="tenancy">What namespaces may have.</param>
    public static Standing Of(TrafficMirrorSession declared, IReadOnlyCollection<TrafficMirrorSession> claimants, TenancyRules tenancy)
    {
        var owner = claimants.Count < 2 ? Alone(declared, tenancy)
            : Creator(declared, claimants, tenancy) ?? Owner(declared, claimants, tenancy);
        var isOwn = owner?.Key() == declared.Key();
        var claim = !tenancy.IsRestricted ? null : ClaimOf(declared, owner, tenancy);
        if (isOwn) return new Standing(null, null, claim);
        return new Standing(owner?.Key(), Refusals.Of(declared, owner, tenancy), claim);
    }

    /// <summary>Speaks for the rules that all kinds share.</summary>
    public static Claim ClaimOf(TrafficMirrorSession one) => new(
        one.Key(), one.Metadata.CreationTimestamp,
        one.Creates() ? new ObjectIdentity("", "tms", one.Metadata.Namespace, one.Metadata.Name, one.Metadata.Uid) : null,
        one.IsBeingDeleted());

    /// <summary>
    /// The living object that created the session owns it, whatever its age (rule S5). One that only has it recorded finds out by the mark.
    /// </summary>
    private static TrafficMirrorSession? Creator(
        TrafficMirrorSession declared, IEnumerable<TrafficMirrorSession> claimants, TenancyRules tenancy) =>
        declared.Creates() && MayOwn(declared, tenancy)
            ? declared
            : claimants.FirstOrDefault(one => one.Creates() && !one.IsBeingDeleted() && MayOwn(one, tenancy));

    private static TrafficMirrorSession? Alone(TrafficMirrorSession declared, TenancyRules tenancy) =>
        MayOwn(declared, tenancy) ? declared : null;

    private static TrafficMirrorSession? Owner(
        TrafficMirrorSession declared, IEnumerable<TrafficMirrorSession> claimants, TenancyRules tenancy)
    {
        // The one in question as it was read: the others may be older news.
        var able = claimants.Select(one => one.Key() == declared.Key() ? declared : one).Where(one => MayOwn(one, tenancy)).ToList();
        if (tenancy.PassesBetweenNamespaces) return Oldest(able);
        var holder = Oldest(able.Where(one => one.Status?.Claim == SessionClaim.Granted))?.Metadata.Namespace;
        return Oldest(holder is null ? able : able.Where(one => one.Metadata.Namespace == holder));
    }

    /// <summary>Whom the list refuses does not stand in the way of others either.</summary>
    private static bool MayOwn(TrafficMirrorSession one, TenancyRules tenancy) =>
        Refusals.WhatIsMissing(one, tenancy) is null
            && (tenancy.PassesBetweenNamespaces || one.Status?.Claim != SessionClaim.Waiting);

    private static TrafficMirrorSession? Oldest(IEnumerable<TrafficMirrorSession> claimants) => claimants
        .OrderBy(claimant => claimant.Metadata.CreationTimestamp ?? DateTimeOffset.MaxValue)
        .ThenBy(claimant => claimant.Key())
        .FirstOrDefault();

    private static SessionClaim? ClaimOf(TrafficMirrorSession declared, TrafficMirrorSession? owner, TenancyRules tenancy)
    {
        var waited = declared.Status?.Claim == SessionClaim.Waiting;
        // For good: a newer object of its namespace that has got the session does not pass it on to this one either.
        if (waited && (owner is null || !tenancy.PassesBetweenNamespaces)) return SessionClaim.Waiting;
        if (owner is null) return null;
        return owner.Metadata.Namespace == declared.Metadata.Namespace ? SessionClaim.Granted : SessionClaim.Waiting;
    }
}
