namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>A target that a policy declares.</summary>
/// <param name="Type">For example <c>SLB</c>.</param>
/// <param name="Id">Its id.</param>
/// <param name="Capacity">The most sources that may point at it, over all sessions of the account.</param>
/// <param name="Zone">Where it is; null when nobody said.</param>
/// <param name="VirtualNetworkId">The identifier of the copies; null: the cloud's choice.</param>
internal sealed record PackingTarget(string Type, string Id, int Capacity, string? Zone = null, int? VirtualNetworkId = null);
