using System.Web;
using VpcMirrorOperator.Simulation.Network;

namespace VpcMirrorOperator.Benchmarks.World;

/// <summary>A network on which the calls of one region never arrive and are never answered.</summary>
internal sealed class DeadRegion(string region, INetworkFaults others) : INetworkFaults
{
    public CallFate Decide(SimHttpRequest request, Random random)
    {
        var fate = others.Decide(request, random);
        return HttpUtility.ParseQueryString(request.Uri.Query)["RegionId"] == region
            ? fate with { Outcome = CallOutcome.RequestSwallowed }
            : fate;
    }
}
