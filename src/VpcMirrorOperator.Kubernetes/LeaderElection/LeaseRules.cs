using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.LeaderElection;

/// <summary>
/// The rules of client-go's leader election over one Lease, without I/O. Whether a holder is alive is judged by when its record was
/// last seen to change on our own clock; clocks of other machines are never compared.
/// </summary>
internal sealed class LeaseRules(LeaderElectionOptions options, TimeProvider time)
{
    private LeaseSpec? _observed;
    private long _observedAt;

    /// <summary>Whether the Lease is or may become ours.</summary>
    public bool MayAcquire(LeaseSpec spec)
    {
        Observe(spec);
        if (IsFree(spec) || IsOurs(spec)) return true;
        var duration = spec.LeaseDurationSeconds is > 0 and var seconds ? TimeSpan.FromSeconds(seconds) : options.LeaseDuration;
        return time.GetElapsedTime(_observedAt) >= duration;
    }

    /// <summary>The record that says we hold it, following <paramref name="before"/>.</summary>
    public LeaseSpec HeldRecord(LeaseSpec? before)
    {
        var now = time.GetUtcNow();
        var ours = before is not null && IsOurs(before);
        return new LeaseSpec
        {
            HolderIdentity = options.Identity,
            LeaseDurationSeconds = (int)Math.Ceiling(options.LeaseDuration.TotalSeconds),
            AcquireTime = ours ? before!.AcquireTime : now,
            RenewTime = now,
            LeaseTransitions = before is null ? 0 : (before.LeaseTransitions ?? 0) + (ours ? 0 : 1),
        };
    }

    /// <summary>The record that says nobody holds it; the API server refuses a duration of zero.</summary>
    public LeaseSpec ReleasedRecord(LeaseSpec before) => before with
    {
        HolderIdentity = "",
        LeaseDurationSeconds = 1,
        AcquireTime = time.GetUtcNow(),
        RenewTime = time.GetUtcNow(),
    };

    public bool IsOurs(LeaseSpec spec) => spec.HolderIdentity == options.Identity;

    private static bool IsFree(LeaseSpec spec) => string.IsNullOrEmpty(spec.HolderIdentity);

    private void Observe(LeaseSpec spec)
    {
        if (spec == _observed) return;
        (_observed, _observedAt) = (spec, time.GetTimestamp());
    }
}
