using System.Text;
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
    public static string Render(string region, IReadOnlyList<ObservedFilter> filters, IReadOnlyList<FoundSession> sessions)
    {
        var text = new StringBuilder(Preface.ReplaceLineEndings("\n"));
        foreach (var filter in filters) FilterText.Append(text, region, filter);
        foreach (var session in sessions) SessionText.Append(text, region, session);
        return text.ToString();
    }
}
