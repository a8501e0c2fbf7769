using System.Text.Json.Nodes;

namespace VpcMirrorOperator.IntegrationTests.GitOps;

/// <summary>The published rules of kstatus for custom resources (cli-utils, <c>pkg/kstatus/README.md</c>).</summary>
internal static class Kstatus
{
    public static string Of(JsonNode session)
    {
        var (metadata, status) = (session["metadata"]!, session["status"]);
        if (metadata["deletionTimestamp"] is not null) return "Terminating";
        if (status?["observedGeneration"] is { } seen && (long)seen != (long)metadata["generation"]!) return "InProgress";
        if (Is(status, "Reconciling", "True")) return "InProgress";
        if (Is(status, "Stalled", "True")) return "Failed";
        return Is(status, "Ready", "False") || Is(status, "Ready", "Unknown") ? "InProgress" : "Current";
    }

    private static bool Is(JsonNode? status, string type, string value) =>
        status?["conditions"]?.AsArray()
            .Any(condition => (string?)condition!["type"] == type && (string?)condition["status"] == value) == true;
}
