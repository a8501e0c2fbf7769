using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.LeaderElection;

/// <summary>Reads and writes the Lease. Needs the verbs get, create and patch.</summary>
internal sealed class LeaseLock(KubeClient client, LeaderElectionOptions options, TimeProvider time)
{
    private static readonly ResourcePath Leases = new("coordination.k8s.io", "v1", "leases");
    private readonly ResourcePath _path = Leases.Of(options.Lease);
    private readonly LeaseRules _rules = new(options, time);
    private Lease? _known;

    /// <summary>Who held it when it was last seen; empty for nobody.</summary>
    public string Holder => _known?.Spec.HolderIdentity ?? "";

    /// <summary>How often the Lease has changed hands, as last seen: 0 or more, and more with each holder.</summary>
    public int Transitions => _known?.Spec.LeaseTransitions ?? 0;

    /// <summary>
    /// Takes or renews the Lease if the rules allow. A renewal is one patch on what is known; only when that is outdated (somebody
    /// labelled the Lease, or our last write counted although its answer was lost) it is read again.
    /// </summary>
    /// <returns>Whether this candidate holds it now. False means that another one does, for certain.</returns>
    /// <exception cref="KubeApiException">No answer; who holds it is unknown.</exception>
    public async Task<bool> TryAcquireOrRenewAsync(CancellationToken cancellationToken)
    {
        if (_known is null || !_rules.IsOurs(_known.Spec)) _known = await ReadAsync(cancellationToken);
        try
        {
            return await WriteAsync(cancellationToken);
        }
        catch (Exception error) when (error is ConflictException
            or KubeApiException { IsNotFound: true } or KubeApiException { IsAlreadyExists: true })
        {
            _known = await ReadAsync(cancellationToken);
            return await WriteAsync(cancellationToken);
        }
    }

    /// <summary>Gives the Lease back if it is still ours.</summary>
    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ReleaseKnownAsync(cancellationToken);
        }
        catch (ConflictException)
        {
            _known = await ReadAsync(cancellationToken);
            await ReleaseKnownAsync(cancellationToken);
        }
    }

    private Task ReleaseKnownAsync(CancellationToken cancellationToken) =>
        _known is not null && _rules.IsOurs(_known.Spec)
            ? PatchAsync(_rules.ReleasedRecord(_known.Spec), cancellationToken)
            : Task.CompletedTask;

    private async Task<bool> WriteAsync(CancellationToken cancellationToken)
    {
        if (_known is null) _known = await CreateAsync(cancellationToken);
        else if (_rules.MayAcquire(_known.Spec)) await PatchAsync(_rules.HeldRecord(_known.Spec), cancellationToken);
        else return false;
        return true;
    }

    private async Task<Lease?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await client.GetAsync(_path, KubeJson.Default.Lease, cancellationToken);
        }
        catch (KubeApiException error) when (error.IsNotFound)
        {
            return null;
        }
    }

    private Task<Lease> CreateAsync(CancellationToken cancellationToken)
    {
        var meta = new ObjectMeta { Name = options.Lease.Name, Namespace = options.Lease.Namespace };
        var lease = new Lease { Metadata = meta, Spec = _rules.HeldRecord(null) };
        return client.CreateAsync(Leases.In(options.Lease.Namespace), lease, KubeJson.Default.Lease, cancellationToken);
    }

    private async Task PatchAsync(LeaseSpec spec, CancellationToken cancellationToken)
    {
        var patch = new LeasePatch(new VersionOnly(_known!.Metadata.ResourceVersion), spec);
        _known = await client.PatchAsync(_path, patch, KubeJson.Default.LeasePatch, KubeJson.Default.Lease, cancellationToken);
    }
}
