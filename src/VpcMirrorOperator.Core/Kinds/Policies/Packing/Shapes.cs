namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>What is declared of a session of the policy beside its sources, by its target.</summary>
internal static class Shapes
{
    /// <summary>The shape of a session.</summary>
    /// <param name="policy">The policy. Without a filter, the session keeps the one that it has.</param>
    /// <param name="target">The session's target; one that is no longer declared leaves the identifier as it is.</param>
    /// <param name="filter">The filter that the session has.</param>
    /// <param name="identifier">The identifier that it has.</param>
    public static SessionShape Of(PackingPolicy policy, string target, string? filter, int? identifier)
    {
        var declared = policy.Targets.FirstOrDefault(one => one.Id == target);
        return policy.Shape with
        {
            FilterId = policy.Shape.FilterId ?? filter,
            VirtualNetworkId = declared is null ? identifier : declared.VirtualNetworkId,
        };
    }
}
