namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>Why an interface has no place, or not the one that it should have. Names of the reasons of rule P24.</summary>
internal enum PlaceReason
{
    /// <summary>Every declared target is full.</summary>
    QuotaOfTarget,

    /// <summary>It counts in three sessions.</summary>
    QuotaOfInterface,

    /// <summary>No priority of the range is free for another session.</summary>
    PriorityExhausted,

    /// <summary>The policy's <c>limits.maxInterfaces</c> is reached.</summary>
    LimitExceeded,

    /// <summary>The cloud refused it wherever there is room.</summary>
    Rejected,

    /// <summary>The filter is missing or not ready, so no session is opened.</summary>
    FilterNotReady,

    /// <summary>An interface that a guard keeps has the place that this one could have.</summary>
    Held,

    /// <summary>A place becomes free for it.</summary>
    Pending,
}
