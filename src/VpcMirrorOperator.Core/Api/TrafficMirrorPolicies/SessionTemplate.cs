namespace VpcMirrorOperator.Api.TrafficMirrorPolicies;

/// <summary>What all sessions of a policy have in common.</summary>
public sealed record SessionTemplate
{
    /// <summary>What the sessions' names begin with; absent: the policy's name.</summary>
    public string? NamePrefix { get; init; }

    /// <summary>
    /// The priorities that its sessions may have, one each. Policies that select the same interfaces need disjoint ranges: the lower one
    /// comes first (rule P26).
    /// </summary>
    public required PriorityRange Priorities { get; init; }

    /// <summary>Bytes of each packet that are mirrored, 64 to 8500; absent: the cloud's default.</summary>
    public int? PacketLength { get; init; }

    /// <summary>Whether the sessions mirror; default true.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Tags of the sessions, none of the operator's own.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>The resource group that they are made in, <c>rg-…</c>.</summary>
    public string? ResourceGroupId { get; init; }
}
