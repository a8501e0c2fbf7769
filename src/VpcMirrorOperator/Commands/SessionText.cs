using System.Text;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;

namespace VpcMirrorOperator.Commands;

/// <summary>The manifest of a session as it is. Pure.</summary>
internal static class SessionText
{
    /// <summary>Adds a document.</summary>
    public static void Append(StringBuilder text, string region, FoundSession found)
    {
        text.Append("---\n");
        text.Append($"apiVersion: {TrafficMirrorSession.GroupVersion}\nkind: {TrafficMirrorSession.KindName}\n");
        text.Append($"metadata:\n  name: {found.Id}\n");
        text.Append($"spec:\n  regionId: {region}\n  trafficMirrorSessionId: {found.Id}\n");
        text.Append($"  managementPolicy: {ManagementPolicy.Observe}\n");
        AppendAttributes(text, found.Session.State, found.Session.Details);
        foreach (var other in found.Session.Unnameable)
            text.Append($"  # Left out, since it is no network interface: {ManifestScalar.OneLine(other)}\n");
        AppendSources(text, found.Session.Sources);
    }

    private static void AppendAttributes(StringBuilder text, SessionState state, SessionDetails? details)
    {
        text.Append("  session:\n");
        ManifestScalar.AppendText(text, "name", details?.Name);
        ManifestScalar.AppendText(text, "description", details?.Description);
        if (state is { TargetId: { } target, TargetType: { } type })
            text.Append($"    target:\n      type: {ManifestScalar.Quoted(type)}\n      id: {ManifestScalar.Quoted(target)}\n");
        ManifestScalar.AppendText(text, "filterId", state.FilterId);
        AppendNumber(text, "priority", state.Priority);
        AppendNumber(text, "virtualNetworkId", state.VirtualNetworkId);
        AppendNumber(text, "packetLength", state.PacketLength);
        text.Append(state.Enabled ? "    enabled: true\n" : "    enabled: false\n");
        ManifestScalar.AppendTags(text, details?.Tags);
    }

    private static void AppendNumber(StringBuilder text, string field, int? value)
    {
        if (value is { } number) text.Append($"    {field}: {number}\n");
    }

    private static void AppendSources(StringBuilder text, IReadOnlySet<string> sources)
    {
        if (sources.Count == 0)
        {
            text.Append("  # The session has no sources. Without allowEmpty an empty list would be refused.\n");
            text.Append("  safety:\n    allowEmpty: true\n  sourceIds: []\n");
            return;
        }

        text.Append("  sourceIds:\n");
        foreach (var id in sources.Order(StringComparer.Ordinal)) text.Append($"  - {id}\n");
    }
}
