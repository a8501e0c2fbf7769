using System.Collections;

namespace VpcMirrorOperator.AlibabaCloud.Json;

/// <summary>
/// A list of an answer. Elements that are null, or of another type than documented, are left out and counted: whoever acts on what a list
/// does not hold must first see that <see cref="IsWhole"/> is true. A list that is absent, null or no list at all is a null reference.
/// </summary>
/// <param name="items">The elements that could be read.</param>
/// <param name="unreadable">Number of elements that were left out.</param>
public sealed class ReplyList<T>(IReadOnlyList<T> items, int unreadable = 0) : IReadOnlyList<T> where T : class
{
    /// <summary>Number of elements that were left out.</summary>
    public int Unreadable => unreadable;

    /// <summary>Whether every element could be read.</summary>
    public bool IsWhole => unreadable == 0;

    /// <summary>The elements that could be read.</summary>
    public IReadOnlyList<T> Items => items;

    /// <inheritdoc/>
    public int Count => items.Count;

    /// <inheritdoc/>
    public T this[int index] => items[index];

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
