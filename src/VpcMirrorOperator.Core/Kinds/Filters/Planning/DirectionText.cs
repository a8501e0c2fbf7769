using VpcMirrorOperator.Api.TrafficMirrorFilters;

namespace VpcMirrorOperator.Kinds.Filters.Planning;

/// <summary>The directions in the API's words.</summary>
internal static class DirectionText
{
    /// <summary>Both directions, in the order in which they are looked at.</summary>
    public static readonly IReadOnlyList<RuleDirection> Both = [RuleDirection.Ingress, RuleDirection.Egress];

    /// <summary><c>ingress</c> or <c>egress</c>.</summary>
    public static string Of(RuleDirection direction) => direction == RuleDirection.Ingress ? "ingress" : "egress";
}
