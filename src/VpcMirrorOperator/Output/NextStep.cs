using VpcMirrorOperator.Engine.Decisions;

namespace VpcMirrorOperator.Output;

/// <summary>What to do in a manifest about a session that waits for a decision. In a cluster, the same is done with kubectl.</summary>
internal static class NextStep
{
    /// <summary>A whole sentence; null where the message says it, or where there is nothing to do but wait.</summary>
    /// <param name="reason">A condition reason.</param>
    public static string? After(string reason) => reason switch
    {
        Reasons.ObserveOnly =>
            "To hand the session over, set managementPolicy in the manifest: AddOnly adds what is missing, Sync also removes.",
        Reasons.Suspended => "To go on, take suspend out of the manifest.",
        Reasons.SessionDisabled => "To mirror again, enable the session in the console; this tool never does.",
        _ => null,
    };
}
