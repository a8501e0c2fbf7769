using System.Web;
using VpcMirrorOperator.Simulation.Network;

namespace VpcMirrorOperator.Simulation.Scenario;

/// <summary>What the network does to the calls of a dead region; those of the other one have the usual faults.</summary>
internal sealed class DeadRegionFaults(DeadRegions regions, INetworkFaults others) : INetworkFaults
{
    private static readonly TimeSpan Never = TimeSpan.FromDays(1);
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(9);

    public CallFate Decide(SimHttpRequest request, Random random)
    {
        var fate = others.Decide(request, random);
        return regions.Of(HttpUtility.ParseQueryString(request.Uri.Query)["RegionId"] ?? "") switch
        {
            Death.Hangs => fate with { Outcome = CallOutcome.RequestSwallowed },
            Death.Mute => fate with { Outcome = CallOutcome.ReplySwallowed },
            Death.Refuses => fate with { Outcome = CallOutcome.Refused },
            Death.FrozenConnect => fate with { Connect = Never },
            Death.Slow => fate with { Inbound = Slow },
            _ => fate,
        };
    }

    public TimeSpan Transit(SimHttpRequest request, TimeSpan outbound) => others.Transit(request, outbound);
}
