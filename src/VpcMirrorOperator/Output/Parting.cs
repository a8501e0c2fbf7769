using VpcMirrorOperator.Engine.Decisions;

namespace VpcMirrorOperator.Output;

/// <summary>What became of an object in the cloud when it was deleted.</summary>
/// <param name="Reason">Why it was let go.</param>
/// <param name="Message">As a sentence.</param>
internal sealed record Parting(string Reason, string Message)
{
    /// <summary>Of an object that nothing held: nothing of it was to be cleaned up.</summary>
    public static readonly Parting Unheld = new(Reasons.Released, "It stays in the cloud as it is, and is not managed any more.");
}
