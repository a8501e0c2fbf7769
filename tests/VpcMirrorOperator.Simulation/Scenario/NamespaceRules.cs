using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Tenancy;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Simulation.Scenario;

/// <summary>
/// Namespaces are tenants. With an allow-list (every fifth seed), who is not on it never writes. Without one, an object that lived, and
/// had a status, while an object of another namespace wrote the session never writes it, whoever is gone by then. Objects that were made
/// within the same second are twins: which of the two is the older one is not known before both are seen.
/// </summary>
internal sealed class NamespaceRules
{
    public const string Another = "another";

    private readonly MirrorWorld _world;
    private readonly HashSet<string> _met = new(StringComparer.Ordinal);
    private readonly HashSet<string> _lost = new(StringComparer.Ordinal);

    public NamespaceRules(MirrorWorld world)
    {
        _world = world;
        world.Rules.Intended += Intended;
        world.Store.Changed += (changed, _) => Meet(changed);
        world.Store.StatusWritten += StatusWritten;
    }

    /// <summary>Whether this world has an allow-list.</summary>
    public bool HasList => IsListed(_world.Loop.Seed);

    /// <summary>The second namespace may not have the last session.</summary>
    public static TenancyRules Of(int seed) => !IsListed(seed) ? TenancyRules.WithoutList : TenancyRules.Of(
        new Dictionary<string, NamespaceRights>(StringComparer.Ordinal)
        {
            ["default"] = new([NamespaceRights.Any], [NamespaceRights.Any]),
            [Another] = new([MirrorWorld.Region], [MirrorWorld.SessionId(0), MirrorWorld.SessionId(1)]),
            [SpecMaker.OtherRelease] = new([MirrorWorld.Region], [NamespaceRights.Any]),
        });

    /// <summary>Whether the allow-list refuses an object.</summary>
    public bool IsRefused(TrafficMirrorSession declared) => _world.Tenancy.WhatIsMissing(
        declared.Metadata.Namespace, declared.Spec.RegionId, declared.Spec.TrafficMirrorSessionId) is not null;

    /// <summary>Whether an object of another namespace named the session while this one lived.</summary>
    public bool HasMet(TrafficMirrorSession declared) => _met.Contains(declared.Metadata.Uid);

    /// <summary>Whether an object must not touch its session any more, nor ever.</summary>
    public bool HasLost(TrafficMirrorSession declared) => IsRefused(declared) || _lost.Contains(declared.Metadata.Uid)
        || (!HasList && declared.Status?.Claim == SessionClaim.Waiting);

    private static bool IsListed(int seed) => seed % 5 == 0;

    private void Intended(TrafficMirrorSession declared, OperationState operation)
    {
        Require(!HasLost(declared), $"a write by {declared.Key()}, whose namespace may not have the session");
        if (HasList) return;
        foreach (var other in Elsewhere(declared))
            if (other.Status is not null && other.Metadata.CreationTimestamp != declared.Metadata.CreationTimestamp)
                _lost.Add(other.Metadata.Uid);
    }

    private void StatusWritten(TrafficMirrorSession declared, TrafficMirrorSessionStatus status) => Require(
        !Conditions.IsTrue(status.Conditions, ConditionTypes.Ready) || !HasLost(declared),
        $"{declared.Key()} is Ready, and its namespace may not have the session");

    private void Meet(TrafficMirrorSession changed)
    {
        foreach (var other in Elsewhere(changed)) _met.UnionWith([other.Metadata.Uid, changed.Metadata.Uid]);
    }

    private IEnumerable<TrafficMirrorSession> Elsewhere(TrafficMirrorSession declared) => _world.Store.Objects.Where(other =>
        other.Session() == declared.Session() && other.Metadata.Namespace != declared.Metadata.Namespace
            && MirrorWorld.IsOfOther(other) == MirrorWorld.IsOfOther(declared));

    private void Require(bool holds, string what) => _world.Loop.Require(holds, what);
}
