using VpcMirrorOperator.Engine.Kinds;
using VpcMirrorOperator.Kinds.Sessions;

namespace VpcMirrorOperator.Kinds;

/// <summary>The kinds of this operator: the one list that hosting, metrics, rights and documentation go by.</summary>
internal static class KindRegistry
{
    /// <summary>Every kind.</summary>
    public static IReadOnlyList<IKindRegistration> All { get; } = [new SessionRegistration()];
}
