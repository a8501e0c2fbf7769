using System.Collections.Concurrent;
using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Cloud;

/// <summary>
/// The only way to one kind of whole list of an account: all who need that of a region share its calls (<see cref="ListReader{T}"/>). Holds
/// one list for each region that was asked for.
/// </summary>
/// <param name="account">The account's name: a region of another one is not read with this client.</param>
/// <param name="listOf">Of a region's id, what reads the list.</param>
/// <param name="time">The clock.</param>
internal sealed class RegionLists<T>(string account, Func<string, Func<CancellationToken, Task<T>>> listOf, TimeProvider time)
    where T : class
{
    private readonly ConcurrentDictionary<RegionRef, ListReader<T>> _regions = new();

    /// <summary>Reads the list, from memory if that is new enough, and waits for it.</summary>
    /// <param name="region">The region of the account.</param>
    /// <param name="maxAge">The oldest list that will do, counted from its start.</param>
    /// <param name="cancellationToken">Stops waiting; a reading that others share goes on.</param>
    /// <exception cref="AlibabaCloud.Errors.CloudException">
    /// The cloud could not be read, or its answer is no proof of what exists: nothing may be concluded from it.
    /// </exception>
    /// <exception cref="ArgumentException">The region is of another account.</exception>
    public async ValueTask<ListSnapshot<T>> ReadAsync(RegionRef region, TimeSpan maxAge, CancellationToken cancellationToken)
    {
        if (Find(region, maxAge) is { } known) return known;
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = Ask(region, maxAge, () => arrived.TrySetResult());
        await using var registration = cancellationToken.Register(() => arrived.TrySetCanceled(cancellationToken));
        await arrived.Task;
        return asked.Get()!;
    }

    /// <summary>The list in memory, if it is young enough; null otherwise. Calls nobody.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public ListSnapshot<T>? Find(RegionRef region, TimeSpan maxAge) => Region(region).Find(maxAge);

    /// <summary>Asks for the list without waiting for it, so that whoever asks holds nothing meanwhile.</summary>
    /// <param name="region">The region of the account.</param>
    /// <param name="maxAge">The oldest list that will do, counted from its start.</param>
    /// <param name="arrived">Called once, when there is an answer; must be quick and must not throw.</param>
    /// <exception cref="AlibabaCloud.Errors.CloudException">
    /// The region is known not to answer, and it is too early to try again.
    /// </exception>
    /// <exception cref="ArgumentException">The region is of another account.</exception>
    public PendingList<T> Ask(RegionRef region, TimeSpan maxAge, Action arrived) => Region(region).Ask(maxAge, arrived);

    /// <summary>Gives the memory back, when nobody needs the region any more.</summary>
    /// <param name="region">The region of the account.</param>
    public void Forget(RegionRef region) => _regions.TryRemove(region, out _);

    private ListReader<T> Region(RegionRef region) => region.Account == account
        ? _regions.GetOrAdd(region, key => new ListReader<T>(listOf(key.RegionId), time))
        : throw new ArgumentException($"Account {region.Account} cannot be read with the client of {account}.", nameof(region));
}
