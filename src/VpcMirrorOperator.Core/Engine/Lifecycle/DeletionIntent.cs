namespace VpcMirrorOperator.Engine.Lifecycle;

/// <summary>What becomes of the thing in the cloud when its object is deleted (rule S12).</summary>
internal enum DeletionIntent
{
    /// <summary>It stays, or another rule than deletion takes care of it.</summary>
    Release,

    /// <summary>It is deleted, if it is ours.</summary>
    Delete,
}
