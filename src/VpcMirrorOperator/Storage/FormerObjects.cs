using VpcMirrorOperator.Api;

namespace VpcMirrorOperator.Storage;

/// <summary>
/// Objects that are declared no more, or for another session, and that recorded a write without an answer. Nobody works for them, but
/// whoever
/// speaks for their session now has to wait for that call. Pure.
/// </summary>
internal static class FormerObjects
{
    /// <summary>The former objects, without a creation time: they own nothing.</summary>
    /// <param name="declared">The records of declared objects, before and after.</param>
    /// <param name="others">All other records of the folder.</param>
    public static IReadOnlyList<TrafficMirrorSession> Of(
        IEnumerable<(StateRecord? Old, StateRecord New)> declared, IEnumerable<StateRecord> others) =>
    [
        .. declared.Where(record => record.Old is not null && record.Old.Uid != record.New.Uid).Select(record => record.Old!).Concat(others)
            .Where(record => record.Status?.Operation is { AcceptedAt: null })
            .Select(record => record.ToSession())
            .Select(session => session with { Metadata = session.Metadata with { CreationTimestamp = null } }),
    ];
}
