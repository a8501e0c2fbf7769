using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.Api.TrafficMirrorFilters;

namespace VpcMirrorOperator.Kinds.Filters.Planning;

/// <summary>Rules as the calls have them that make some. Pure.</summary>
internal static class NewRules
{
    /// <summary>A rule as a Create call has it.</summary>
    public static NewFilterRule Of(int priority, RuleContent content) => new()
    {
        Action = content.ActionText,
        Protocol = content.ProtocolText,
        SourceCidrBlock = content.Source.ToString(),
        DestinationCidrBlock = content.Destination.ToString(),
        SourcePortRange = content.SourcePorts.ToString(),
        DestinationPortRange = content.DestinationPorts.ToString(),
        Priority = priority,
        IpVersion = "IPv4",
    };
}
