using VpcMirrorOperator.Cloud;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>A list that an object waits for, to know who holds a priority.</summary>
/// <param name="Priority">The priority.</param>
/// <param name="List">The list.</param>
internal sealed record AwaitedHolder(int Priority, PendingList<IReadOnlyList<FoundSession>> List);
