namespace VpcMirrorOperator.Api.TrafficMirrorPolicies;

/// <summary>Priorities of sessions, unique in account and region; both ends belong to it.</summary>
/// <param name="From">The lowest, 1 or more.</param>
/// <param name="To">The highest, at most 32766, not below <paramref name="From"/>.</param>
public readonly record struct PriorityRange(int From, int To)
{
    /// <summary>Whether a priority lies in it.</summary>
    public bool Contains(int priority) => From <= priority && priority <= To;
}
