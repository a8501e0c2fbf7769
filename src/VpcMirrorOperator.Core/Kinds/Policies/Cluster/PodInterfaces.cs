using System.Net;

namespace VpcMirrorOperator.Kinds.Policies.Cluster;

/// <summary>
/// Which interfaces carry a pod's packets, by the way that its node's network is built (facts: Terway's objects, section 4.3). Pure.
/// </summary>
internal static class PodInterfaces
{
    private const string InUse = "InUse";
    private const string Valid = "Valid";

    /// <summary>The interfaces; none while they are not known, and for pods whose traffic crosses none of ours.</summary>
    /// <param name="pod">The pod.</param>
    /// <param name="primary">The primary interface of its node; null when that is not known, or no ECS instance.</param>
    /// <param name="own">The pod's PodENI; null for none.</param>
    /// <param name="node">Terway's object of its node; null for none.</param>
    /// <param name="hasTerway">Whether Terway's objects are served in this cluster.</param>
    /// <param name="ofNode">All interfaces of its node's instance, the primary one too.</param>
    public static IReadOnlyList<string> Of(
        PodObject pod, string? primary, PodEniObject? own, TerwayNodeObject? node, bool hasTerway, IReadOnlyList<string> ofNode)
    {
        if (primary is null) return [];
        if (pod.Spec!.HostNetwork) return [primary];
        if (own is not null) return own.Interfaces;
        if (node?.Status?.NetworkInterfaces is { Count: > 0 } interfaces) return Shared(pod, interfaces);
        // No Terway: the node routes for all its pods. Terway without addresses says nothing, but where there is one interface it is that.
        return !hasTerway || ofNode.Count == 1 ? [primary] : [];
    }

    private static IReadOnlyList<string> Shared(PodObject pod, IReadOnlyDictionary<string, TerwayNic?> interfaces)
    {
        foreach (var (id, nic) in interfaces.OrderBy(one => one.Key, StringComparer.Ordinal))
            if (nic is { Status: InUse } && Carries(nic, pod)) return [id];
        return [];
    }

    private static bool Carries(TerwayNic nic, PodObject pod)
    {
        var name = $"{pod.Metadata.Namespace}/{pod.Metadata.Name}";
        foreach (var (_, ip) in nic.Ipv4 ?? new Dictionary<string, TerwayIp?>())
            if (ip is { Status: Valid } && (ip.PodUID is { Length: > 0 } uid ? uid == pod.Metadata.Uid : ip.PodID == name)) return true;
        // Addresses of a prefix name no pod.
        return IPAddress.TryParse(pod.Status?.PodIP, out var address)
            && (nic.Ipv4Prefix ?? []).Any(one => IPNetwork.TryParse(one?.Prefix, out var prefix) && prefix.Contains(address));
    }
}
