using VpcMirrorOperator.Kubernetes.Api;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Leader;

/// <summary>Reads and writes the Lease. Needs the verbs get, create and patch.</summary>
internal sealed class LeaseLock(KubeClient client, LeaderElectionOptions options, TimeProvider time)
{
    private static readonly ResourcePath Leases = new("coordination.k8s.io", "v1", "leases");
    private readonly ResourcePath path = Leases.Of(options.Lease);
    private readonly LeaseClaim claim = new(options, time);
    private Lease? known;

    /// <summary>Who held it when it was last seen; empty for nobody.</summary>
    public string Holder => known?.Spec.HolderIdentity ?? "";

    /// <summary>
    /// Takes or renews the Lease if the rules allow. A renewal is one patch on what is known; only when that is outdated (somebody
    /// labelled the Lease, or our last write counted although its answer was lost) it is read again.
    /// </summary>
    /// <returns>Whether we hold it now. False means that another one does, for sure.</returns>
    /// <exception cref="KubeApiException">It cannot be known.</exception>
    public async Task<bool> TryHoldAsync(CancellationToken ct)
    {
        if (known is null || !claim.IsOurs(known.Spec)) known = await ReadAsync(ct);
        try
        {
            return await WriteAsync(ct);
        }
        catch (Exception error) when (error is KubeConflictException or KubeApiException { IsNotFound: true } or KubeApiException { IsAlreadyExists: true })
        {
            known = await ReadAsync(ct);
            return await WriteAsync(ct);
        }
    }

    /// <summary>Gives the Lease back if it is still ours.</summary>
    public async Task ReleaseAsync(CancellationToken ct)
    {
        try
        {
            await ReleaseKnownAsync(ct);
        }
        catch (KubeConflictException)
        {
            known = await ReadAsync(ct);
            await ReleaseKnownAsync(ct);
        }
    }

    private Task ReleaseKnownAsync(CancellationToken ct) =>
        known is not null && claim.IsOurs(known.Spec) ? PatchAsync(claim.Released(known.Spec), ct) : Task.CompletedTask;

    private async Task<bool> WriteAsync(CancellationToken ct)
    {
        if (known is null) known = await CreateAsync(ct);
        else if (claim.MayHold(known.Spec)) await PatchAsync(claim.Held(known.Spec), ct);
        else return false;
        return true;
    }

    private async Task<Lease?> ReadAsync(CancellationToken ct)
    {
        try
        {
            return await client.GetAsync(path, KubeJson.Default.Lease, ct);
        }
        catch (KubeApiException error) when (error.IsNotFound)
        {
            return null;
        }
    }

    private Task<Lease> CreateAsync(CancellationToken ct)
    {
        var meta = new ObjectMeta { Name = options.Lease.Name, Namespace = options.Lease.Namespace };
        var lease = new Lease { Metadata = meta, Spec = claim.Held(null) };
        return client.CreateAsync(Leases.In(options.Lease.Namespace), lease, KubeJson.Default.Lease, ct);
    }

    private async Task PatchAsync(LeaseSpec spec, CancellationToken ct)
    {
        var patch = new LeasePatch(new VersionOnly(known!.Metadata.ResourceVersion), spec);
        known = await client.PatchAsync(path, patch, KubeJson.Default.LeasePatch, KubeJson.Default.Lease, ct);
    }
}
