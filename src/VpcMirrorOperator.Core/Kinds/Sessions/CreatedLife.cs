using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Lifecycle;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>What a process knows of the session that an object creates.</summary>
internal sealed class CreatedLife
{
    /// <summary>What the rules of a life remember.</summary>
    public LifecycleMemory Memory { get; set; } = LifecycleMemory.None;

    /// <summary>The list by mark that is waited for; null for none.</summary>
    public PendingList<IReadOnlyList<FoundSession>>? MarkList { get; set; }

    /// <summary>The id that the latest accepted Create answered, in case the status could not be written after it.</summary>
    public (string ClientToken, string Id)? Created { get; set; }
}
