using System.Collections.Immutable;
using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>What our latest accepted writes did, as long as nobody has taken it back. Bounded.</summary>
/// <param name="Added">Ids that our latest adds brought, newest first.</param>
/// <param name="Removed">Ids that our latest removals took out, newest first.</param>
internal sealed record FinishedWrites(ImmutableArray<string> Added, ImmutableArray<string> Removed)
{
    private const int Most = 50;

    /// <summary>Nothing written yet.</summary>
    public static readonly FinishedWrites None = new([], []);

    /// <summary>With one more write that the cloud accepted and carried out.</summary>
    /// <param name="done">The write.</param>
    public FinishedWrites With(OperationState done) => done.Verb == OperationVerb.Add
        ? new FinishedWrites(Newest(done, Added), [.. Removed.Except(done.Ids, StringComparer.Ordinal)])
        : new FinishedWrites([.. Added.Except(done.Ids, StringComparer.Ordinal)], Newest(done, Removed));

    /// <summary>What was done by us, is still wanted, and is not there any more.</summary>
    /// <param name="diff">What separates desired and actual now.</param>
    public ImmutableArray<string> UndoneIn(SourceDiff diff) => diff.IsEmpty ? [] :
    [
        .. Added.Where(id => diff.ToAdd.BinarySearch(id, StringComparer.Ordinal) >= 0),
        .. Removed.Where(id => diff.ToRemove.BinarySearch(id, StringComparer.Ordinal) >= 0),
    ];

    /// <summary>Without what was found undone, so that it counts once.</summary>
    /// <param name="ids">The ids.</param>
    public FinishedWrites Without(ImmutableArray<string> ids) => ids.IsEmpty ? this : new(Added.RemoveRange(ids), Removed.RemoveRange(ids));

    private static ImmutableArray<string> Newest(OperationState done, ImmutableArray<string> before) =>
        [.. done.Ids.Union(before, StringComparer.Ordinal).Take(Most)];
}
