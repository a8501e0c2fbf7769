using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Kubernetes.Queue;
using VpcMirrorOperator.Output;
using VpcMirrorOperator.Reading;
using VpcMirrorOperator.Sessions;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Commands;

/// <summary>The reconciler with its queue and workers, and a note of which objects it has looked at.</summary>
internal sealed class ApplyEngine : IReconciler, IDisposable
{
    private readonly ManifestStore store;
    private readonly CloudConnection cloud;
    private readonly SessionReconciler reconciler;
    private readonly WorkQueue<ObjectKey> queue;
    private readonly Controller controller;
    private readonly ConcurrentDictionary<ObjectKey, bool> seen = new();
    private StateFolderException? failure;

    public ApplyEngine(ManifestStore store, CloudConnection cloud, CommandContext context)
    {
        (this.store, this.cloud) = (store, cloud);
        var reader = new SessionReader(cloud.Client, new SessionReaderOptions(), context.Time);
        foreach (var session in store.List()) reader.Expect(session.Session());
        var options = new ReconcilerOptions { Holder = "vpc-mirror-" + Convert.ToHexStringLower(context.RandomBytes(8)) };
        reconciler = new SessionReconciler(store, cloud.Client, reader, options, context.Time, NewRandom(context), NullLogger.Instance);
        queue = new WorkQueue<ObjectKey>(context.Time, NewRandom(context));
        controller = new Controller("apply", queue, this, new ControllerOptions(), context.Time, NullLogger.Instance);
    }

    /// <summary>Works until told to stop; passes under way are finished then.</summary>
    public Task RunAsync(CancellationToken stop)
    {
        Enqueue(store.List().Select(s => s.Key()));
        return controller.RunAsync(stop);
    }

    public void Enqueue(IEnumerable<ObjectKey> keys)
    {
        foreach (var key in keys) queue.Add(key);
    }

    /// <summary>All declared sessions as they stand, in the order of their names.</summary>
    public IReadOnlyList<SessionRow> Rows() =>
        [.. store.List().OrderBy(s => s.Key()).Select(s => SessionRow.Of(s, seen.ContainsKey(s.Key())))];

    /// <summary>Ends the run when the state folder has become unusable: nothing may be written to the cloud then.</summary>
    /// <exception cref="StateFolderException">It has.</exception>
    public void ThrowIfBroken()
    {
        if (failure is { } e) throw e;
    }

    /// <inheritdoc/>
    public async ValueTask<Outcome> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await reconciler.ReconcileAsync(key, cancellationToken);
            seen[key] = true;
            cloud.Save();
            return outcome;
        }
        catch (StateFolderException e)
        {
            failure = e;
            throw;
        }
    }

    public void Dispose() => queue.Dispose();

    private static Random NewRandom(CommandContext context) => new(BitConverter.ToInt32(context.RandomBytes(sizeof(int))));
}
