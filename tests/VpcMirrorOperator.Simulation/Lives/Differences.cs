using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Emulator.Filters;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Simulation.Lives;

/// <summary>What separates the cloud from what is declared, by the truth.</summary>
internal static class Differences
{
    public const string Priority = "priority";
    public const string Filter = "filter";
    public const string Missing = "missing sources";
    public const string Extra = "extra sources";
    public const string Ingress = "ingress";
    public const string Egress = "egress";

    /// <summary>By attribute, and by missing and extra sources.</summary>
    public static IReadOnlySet<string> Of(LifeWorld world, TrafficMirrorSession declared, SessionSeed actual)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        Compare(found, Missing, declared.Spec.SourceIds.All(actual.Sources.Contains));
        Compare(found, Extra, actual.Sources.All(declared.Spec.SourceIds.Contains));
        if (declared.Declaration() is not { } session) return found;
        Compare(found, "name", session.Name is null || session.Name == actual.Name);
        Compare(found, "description", session.Description is null || session.Description == actual.Description);
        Compare(found, "target", session.Target is null || session.Target.Id == actual.TargetId);
        Compare(found, Filter, FilterOf(world, declared) is not { } filter || filter == actual.FilterId);
        Compare(found, Priority, session.Priority is null || session.Priority == actual.Priority);
        Compare(found, "virtualNetworkId", session.VirtualNetworkId is null || session.VirtualNetworkId == actual.VirtualNetworkId);
        Compare(found, "packetLength", session.PacketLength is null || session.PacketLength == actual.PacketLength);
        Compare(found, "enabled", session.Enabled is null || session.Enabled == actual.Enabled);
        Compare(found, "tags", (session.Tags ?? new Dictionary<string, string>()).All(
            tag => actual.Tags.GetValueOrDefault(tag.Key) == tag.Value));
        return found;
    }

    /// <summary>Ingress, egress and name, where they are managed; under AddOnly, what is not declared may be there.</summary>
    public static IReadOnlySet<string> Of(TrafficMirrorFilter declared, FilterSeed actual)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var addOnly = declared.Spec.Policy() == ManagementPolicy.AddOnly;
        Compare(found, Ingress, Same(declared.Spec.RulesOf(RuleDirection.Ingress), actual, TrafficDirection.Ingress, addOnly));
        Compare(found, Egress, Same(declared.Spec.RulesOf(RuleDirection.Egress), actual, TrafficDirection.Egress, addOnly));
        Compare(found, "name", addOnly || declared.Spec.Filter?.Name is not { } name || name == actual.Name);
        return found;
    }

    /// <summary>Whether what a session refers to is ready.</summary>
    public static bool HasFilter(LifeWorld world, TrafficMirrorSession declared) =>
        declared.Spec.Session?.FilterRef is null || FilterOf(world, declared) is not null;

    private static string? FilterOf(LifeWorld world, TrafficMirrorSession declared)
    {
        if (declared.Spec.Session?.FilterRef is not { } reference) return declared.Spec.Session?.FilterId;
        var filter = world.Filters.Find(new ObjectKey(declared.Metadata.Namespace, reference.Name));
        return filter is { Metadata.DeletionTimestamp: null } && Conditions.IsTrue(filter.Status?.Conditions ?? [], ConditionTypes.Ready)
            ? filter.FilterId() : null;
    }

    private static bool Same(
        IReadOnlyList<RuleSpec>? declared, FilterSeed actual, TrafficDirection direction, bool addOnly)
    {
        if (declared is null) return true;
        var wanted = declared.Select(rule => $"{rule.Priority} {LifeText.Of(rule)}").ToHashSet(StringComparer.Ordinal);
        var there = actual.Rules.Where(rule => rule.Direction == direction).Select(rule => $"{rule.Priority} {LifeText.Of(rule)}");
        return addOnly ? wanted.IsSubsetOf(there) : wanted.SetEquals(there);
    }

    private static void Compare(HashSet<string> found, string name, bool same)
    {
        if (!same) found.Add(name);
    }
}
