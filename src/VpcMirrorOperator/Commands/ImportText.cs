using System.Text;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;

namespace VpcMirrorOperator.Commands;

/// <summary>Manifests of sessions and filters as they are. Pure.</summary>
internal static class ImportText
{
    private const string Preface = """
        # These objects as they are in the cloud now. While managementPolicy is Observe, one is compared and never written: plan and
        # apply end with exit code 0 as long as it is as listed, and with ObserveOnly (plan: 2, apply: 1) when it differs.
        # To hand one over: stop whatever else changes it, replace Observe by AddOnly (adds what is missing) or Sync (also removes
        # what is not listed), look at vpc-mirror plan -f THIS_FILE, then apply.

        """;

    /// <summary>The manifest: filters first, since sessions refer to them.</summary>
    public static string Render(
        string region, IReadOnlyList<ObservedFilter> filters, IReadOnlyList<(SessionRef Session, ObservedSession Observed)> sessions)
    {
        var text = new StringBuilder(Preface.ReplaceLineEndings("\n"));
        foreach (var filter in filters) FilterText.Append(text, region, filter);
        foreach (var (session, observed) in sessions) Append(text, session, observed);
        return text.ToString();
    }

    private static void Append(StringBuilder text, SessionRef session, ObservedSession observed)
    {
        text.Append("---\n");
        text.Append($"apiVersion: {TrafficMirrorSession.GroupVersion}\nkind: {TrafficMirrorSession.KindName}\n");
        text.Append($"metadata:\n  name: {session.SessionId}\n");
        text.Append($"spec:\n  regionId: {session.RegionId}\n  trafficMirrorSessionId: {session.SessionId}\n");
        text.Append($"  managementPolicy: {ManagementPolicy.Observe}\n");
        foreach (var other in observed.Unnameable) text.Append($"  # Left out, since it is no network interface: {other}\n");
        if (observed.Sources.Count == 0)
        {
            text.Append("  # The session has no sources. Without allowEmpty an empty list would be refused.\n");
            text.Append("  safety:\n    allowEmpty: true\n  sourceIds: []\n");
            return;
        }

        text.Append("  sourceIds:\n");
        foreach (var id in observed.Sources.Order(StringComparer.Ordinal)) text.Append($"  - {id}\n");
    }
}
