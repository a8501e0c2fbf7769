using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Simulation.Scenario;

namespace VpcMirrorOperator.Simulation.Lives;

/// <summary>
/// Whether everything has arrived: each object is as declared and Ready, or says rightly why it cannot be, and everything that does not
/// depend on that reason is as declared all the same (rule S8); nothing is left over.
/// </summary>
internal static class LifeVerdict
{
    /// <summary>What is missing; null when all has arrived.</summary>
    public static string? Missing(LifeWorld world)
    {
        var missing = world.Sessions.Objects.Select(one => Why(world, one))
            .Concat(world.Filters.Objects.Select(one => Why(world, one)))
            .Append(Leftovers.Find(world)).Append(WhyNotAsBefore(world)).Where(why => why is not null).ToList();
        return missing.Count == 0 ? null : string.Join("; ", missing);
    }

    /// <summary>What is missing of one object.</summary>
    public static string? Why(LifeWorld world, TrafficMirrorSession declared)
    {
        if (declared.Status is not { } status || status.ObservedGeneration != declared.Metadata.Generation)
            return $"{declared.Key()}: not observed";
        var ready = Conditions.Find(status.Conditions, ConditionTypes.Ready);
        var text = $"{declared.Key()}: {SimText.Of(status)}: {ready?.Message}";
        if (declared.Metadata.DeletionTimestamp is not null)
            return IsDetachHeld(world, declared, ready?.Reason) ? null : $"is deleted: {text}";
        var actual = Actual(world, declared);
        var open = actual is null ? null : Differences.Of(world, declared, actual).Except(Explained(world, declared, actual)).ToList();
        if (open is { Count: > 0 } && !IsNotWritten(world, declared, ready?.Reason)) return $"{string.Join(", ", open)} differ: {text}";
        if (ready?.Status == ConditionStatus.True)
            return actual is not null && status.Operation is null
                && Differences.Of(world, declared, actual).IsSubsetOf(AddOnly(declared)) ? null : text;
        return IsTrue(world, declared, actual, ready?.Reason) ? null : text;
    }

    /// <summary>
    /// A guard holds the removal of all sources; or the account shows nothing that was seen before, and its keys may be another's.
    /// </summary>
    private static bool IsDetachHeld(LifeWorld world, TrafficMirrorSession declared, string? reason) =>
        declared.Spec.DeletionPolicy == DeletionPolicy.Detach && reason switch
        {
            Reasons.MaxRemovalsExceeded => declared.Spec.Safety?.MaxRemovals is { Value: 0 },
            Reasons.AccountUnconfirmed => world.Truth.Session(declared.SessionId()) is null,
            _ => false,
        };

    /// <summary>What is missing of one object.</summary>
    public static string? Why(LifeWorld world, TrafficMirrorFilter declared)
    {
        if (declared.Status is not { } status || status.ObservedGeneration != declared.Metadata.Generation)
            return $"{declared.Key()}: not observed";
        var ready = Conditions.Find(status.Conditions, ConditionTypes.Ready);
        var text = $"{declared.Key()}: {LifeText.Of(status)}: {ready?.Message}";
        if (declared.Metadata.DeletionTimestamp is not null)
            return ready?.Reason == Reasons.FilterInUse && IsUsed(world, declared.FilterId()) ? null : $"is deleted: {text}";
        var actual = world.Truth.Filter(declared.FilterId());
        var differences = actual is null ? null : Differences.Of(declared, actual);
        if (ready?.Status == ConditionStatus.True) return differences is { Count: 0 } && status.Operation is null ? null : text;
        return ready?.Reason switch
        {
            Reasons.ObserveOnly => declared.Spec.Policy() != ManagementPolicy.Sync,
            Reasons.OwnershipConflict => world.Filters.Objects.Count(one => one.FilterId() == declared.FilterId()) > 1,
            Reasons.FilterNotFound => !declared.Creates() && actual is null,
            Reasons.LastAcceptingRule => IsUsed(world, declared.FilterId()) && !declared.Spec.AllowsEmpty() && IsBlinding(declared),
            Reasons.NotAllowed => IsRefused(world, declared),
            _ => declared.Spec.Policy() == ManagementPolicy.AddOnly && differences is { Count: > 0 },
        }
            ? null : text;
    }

    /// <summary>What may differ because of something that is true; nothing else may.</summary>
    private static HashSet<string> Explained(LifeWorld world, TrafficMirrorSession declared, SessionSeed actual)
    {
        var explained = AddOnly(declared);
        if (IsHeld(world, declared, actual)) explained.Add(Differences.Priority);
        if (declared.Spec.SourceIds.Contains(LifeCloud.BadSource)) explained.Add(Differences.Missing);
        if (declared.Spec.Safety?.MaxRemovals is { Value: 0 }) explained.Add(Differences.Extra);
        return explained;
    }

    private static HashSet<string> AddOnly(TrafficMirrorSession declared) => declared.Spec.Policy() == ManagementPolicy.AddOnly
        ? [Differences.Extra, Differences.Priority, Differences.Filter, "name", "description", "target", "virtualNetworkId", "packetLength",
            "enabled", "tags"]
        : [];

    /// <summary>Nothing at all is written.</summary>
    private static bool IsNotWritten(LifeWorld world, TrafficMirrorSession declared, string? reason) => reason switch
    {
        Reasons.ObserveOnly => declared.Spec.Policy() == ManagementPolicy.Observe,
        Reasons.OwnershipConflict or Reasons.NotAllowed => IsTrue(world, declared, Actual(world, declared), reason),
        _ => false,
    };

    private static bool IsTrue(LifeWorld world, TrafficMirrorSession declared, SessionSeed? actual, string? reason) => reason switch
    {
        Reasons.PriorityConflict => IsHeld(world, declared, actual),
        Reasons.FilterNotReady => !Differences.HasFilter(world, declared),
        Reasons.SessionDisabled => actual is { Enabled: false }
            && (declared.Declaration()?.Enabled is not true || declared.Spec.Policy() != ManagementPolicy.Sync),
        Reasons.SessionAltered => actual is not null && world.Truth.WasEverTouched(actual.Id),
        Reasons.SourcesRejected => declared.Spec.SourceIds.Contains(LifeCloud.BadSource),
        Reasons.MaxRemovalsExceeded => declared.Spec.Safety?.MaxRemovals is { Value: 0 },
        Reasons.OwnershipConflict => world.Sessions.Objects.Count(one => one.SessionId() == declared.SessionId()) > 1,
        Reasons.SeveralSessions => world.Truth.Things.Count(one => one.Mark == CloudTruth.MarkOf(declared.Key(), true)) > 1,
        Reasons.VanishedInArrears => world.Profile == LifeProfile.Arrears && actual is null,
        Reasons.SessionNotFound => !declared.Creates() && actual is null,
        Reasons.ObserveOnly => declared.Spec.Policy() == ManagementPolicy.Observe,
        Reasons.AttributesDiffer => declared.Spec.Policy() == ManagementPolicy.AddOnly,
        Reasons.NotAllowed => world.Tenancy.WhatIsMissingToDeclare(declared.Metadata.Namespace, null) is not null,
        _ => false,
    };

    /// <summary>The session of an object; what a copied status names is another's.</summary>
    private static SessionSeed? Actual(LifeWorld world, TrafficMirrorSession declared) =>
        world.Truth.Find(declared.SessionId())?.Mark is { } mark && declared.Creates() && mark != CloudTruth.MarkOf(declared.Key(), true)
            ? null : world.Truth.Session(declared.SessionId());

    private static bool IsRefused(LifeWorld world, TrafficMirrorFilter declared) => world.Tenancy.WhatIsMissingForFilter(
        declared.Metadata.Namespace, declared.Spec.RegionId, LifeWorld.OwnNamespace) is not null;

    private static bool IsHeld(LifeWorld world, TrafficMirrorSession declared, SessionSeed? actual) => world.Truth.Region.Sessions.Any(
        one => one.Id != actual?.Id && one.Priority == declared.Spec.Session?.Priority);

    private static bool IsUsed(LifeWorld world, string? filter) => world.Truth.Region.Sessions.Any(one => one.FilterId == filter);

    private static bool IsBlinding(TrafficMirrorFilter declared) => new[] { RuleDirection.Ingress, RuleDirection.Egress }.Any(
        one => declared.Spec.RulesOf(one) is { } rules && !rules.Any(rule => rule.Action == RuleAction.Accept && IsReached(rules, rule)));

    /// <summary>
    /// Whether a packet gets as far as this rule. By single rules before it: of the rules that are made here, several together never cover
    /// what none of them does.
    /// </summary>
    private static bool IsReached(IEnumerable<RuleSpec> rules, RuleSpec rule) => !rules.Any(one => one.Priority < rule.Priority
        && (one.Protocol is null || one.Protocol == rule.Protocol)
        && (one.SourceCidrBlock is null || one.SourceCidrBlock == rule.SourceCidrBlock));

    /// <summary>In a world that ends with the deletion of all, under Delete: what there was before is there, and nothing else.</summary>
    private static string? WhyNotAsBefore(LifeWorld world)
    {
        if (world.Profile != LifeProfile.Whole || world.Sessions.Objects.Count + world.Filters.Objects.Count > 0) return null;
        var (before, now) = (Ids(world.Before), Ids(world.Truth.Region));
        return before.SequenceEqual(now) ? null : $"the account had {string.Join(", ", before)} and has {string.Join(", ", now)}";
    }

    private static IReadOnlyList<string> Ids(RegionSeed region) =>
        [.. region.Sessions.Select(one => one.Id), .. region.Filters.Select(one => one.Id)];
}
