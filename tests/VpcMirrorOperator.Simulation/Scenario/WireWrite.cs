using System.Web;
using VpcMirrorOperator.Simulation.Network;

namespace VpcMirrorOperator.Simulation.Scenario;

/// <summary>A write to a source list as it is on the wire; dry runs are none.</summary>
/// <param name="Token">Its client token.</param>
/// <param name="Session">The session's id.</param>
internal sealed record WireWrite(string Token, string Session)
{
    /// <summary>The write that a request is; null when it is none.</summary>
    public static WireWrite? Of(SimHttpRequest request)
    {
        if (request.Header("x-acs-action") is not ("AddSourcesToTrafficMirrorSession" or "RemoveSourcesFromTrafficMirrorSession"))
            return null;
        var query = HttpUtility.ParseQueryString(request.Uri.Query);
        return query["DryRun"] == "true" || query["ClientToken"] is not { } token
            ? null
            : new WireWrite(token, query["TrafficMirrorSessionId"]!);
    }
}
