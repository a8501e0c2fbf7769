namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>
/// Pure operations on a list of conditions. A list that needs no change is returned as it is (same reference), so a caller can
/// tell cheaply that there is nothing to write.
/// </summary>
public static class Conditions
{
    /// <summary>
    /// Puts <paramref name="condition"/> in the place of the one of the same type, or at the end. The transition time moves to
    /// <paramref name="now"/> only when the status changes (Kubernetes API conventions); the one in the argument is ignored.
    /// </summary>
    /// <param name="list">The conditions so far.</param>
    /// <param name="condition">The new state of one condition.</param>
    /// <param name="now">The present time; cut to the whole second.</param>
    public static IReadOnlyList<Condition> Set(IReadOnlyList<Condition> list, Condition condition, DateTimeOffset now)
    {
        var index = IndexOf(list, condition.Type);
        var old = index < 0 ? null : list[index];
        var since = old?.Status == condition.Status ? old.LastTransitionTime : TimeConverter.Truncate(now);
        var updated = condition with { LastTransitionTime = since };
        if (updated == old) return list;
        return index < 0 ? [.. list, updated] : [.. list.Take(index), updated, .. list.Skip(index + 1)];
    }

    /// <summary>The list without the condition of this type.</summary>
    /// <param name="list">The conditions so far.</param>
    /// <param name="type">The condition's type.</param>
    public static IReadOnlyList<Condition> Remove(IReadOnlyList<Condition> list, string type) =>
        IndexOf(list, type) < 0 ? list : [.. list.Where(c => c.Type != type)];

    /// <summary>The condition of this type, or null.</summary>
    /// <param name="list">The conditions so far.</param>
    /// <param name="type">The condition's type.</param>
    public static Condition? Find(IReadOnlyList<Condition> list, string type) =>
        IndexOf(list, type) is var index and >= 0 ? list[index] : null;

    /// <summary>Whether the condition is present with status <c>True</c>; absent and <c>Unknown</c> are not.</summary>
    /// <param name="list">The conditions so far.</param>
    /// <param name="type">The condition's type.</param>
    public static bool IsTrue(IReadOnlyList<Condition> list, string type) => Find(list, type)?.Status == ConditionStatus.True;

    private static int IndexOf(IReadOnlyList<Condition> list, string type)
    {
        for (var i = 0; i < list.Count; i++)
            if (list[i].Type == type) return i;
        return -1;
    }
}
