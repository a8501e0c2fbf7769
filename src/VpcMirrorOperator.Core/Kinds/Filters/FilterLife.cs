using VpcMirrorOperator.Engine.Lifecycle;

namespace VpcMirrorOperator.Kinds.Filters;

/// <summary>What a process knows of the filter that an object creates.</summary>
internal sealed class FilterLife
{
    /// <summary>What the rules of a life remember.</summary>
    public LifecycleMemory Memory { get; set; } = LifecycleMemory.None;

    /// <summary>The id that the latest accepted Create answered, in case the status could not be written after it.</summary>
    public (string ClientToken, string Id)? Created { get; set; }
}
