using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Storage;

/// <summary>
/// Objects that are declared no more, or for something else in the cloud, and that recorded a write without an answer. Nobody works for
/// them, but whoever speaks for it now has to wait for that call. Pure.
/// </summary>
internal static class FormerObjects
{
    /// <summary>The former objects, without a creation time: they own nothing.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="declared">The records of declared objects, before and after.</param>
    /// <param name="others">All other records of the folder.</param>
    public static IReadOnlyList<T> Of<T>(
        ResourceKind<T> kind, IEnumerable<(StateRecord? Old, StateRecord New)> declared, IEnumerable<StateRecord> others)
        where T : class, IResource =>
    [
        .. declared.Where(record => record.Old is not null && record.Old.Uid != record.New.Uid).Select(record => record.Old!).Concat(others)
            .Select(record => (record with { CreationTimestamp = null }).ToObject(kind.Type))
            .Where(kind.HasOpenCall),
    ];
}
