using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Kinds;
using VpcMirrorOperator.Kinds.Filters.Manifests;
using VpcMirrorOperator.Kinds.Filters.Metrics;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Manifests;
using VpcMirrorOperator.Processes;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Kinds.Filters;

/// <summary>The kind <see cref="TrafficMirrorFilter"/>.</summary>
internal sealed class FilterRegistration : IKindRegistration
{
    /// <inheritdoc/>
    public IResourceKind Resource => FilterKind.Resource;

    /// <inheritdoc/>
    public IManifestKind Manifests { get; } = new FilterManifests();

    /// <inheritdoc/>
    public IHostedKind Host(HostContext context)
    {
        var account = context.Accounts.Of(Accounts.Default);
        var (memories, counters) = (new FilterMemories(), new FilterCounters(context.Metrics));
        var options = new FilterReconcilerOptions
        {
            Holder = context.Holder, Tenancy = context.Tenancy, OwnNamespace = context.OwnNamespace,
            Installation = context.Installation, ManagerOf = session => FilterUse.ManagerOf(context.Links, session),
        };
        return new HostedKind<TrafficMirrorFilter>(context, new HostedKindOptions<TrafficMirrorFilter>
        {
            Resource = FilterKind.Resource,
            CreateReconciler = (store, wake) => CreateReconciler(
                store, account, options, context.Process, context.Loggers.CreateLogger("reconciler"), wake,
                (about, type, reason, message) => context.Events.Record(Reference(about), type, reason, "Reconcile", message), counters,
                memories),
            WriteMetricsAsync = (filters, output) => FilterGauges.WriteAsync(filters, memories.LastObserved, output),
        });
    }

    /// <summary>The reconciler as the operator and the command line run it.</summary>
    /// <param name="store">Where objects and their status live.</param>
    /// <param name="account">The account of the filters.</param>
    /// <param name="options">Identity, and what namespaces may have.</param>
    /// <param name="process">Clock and randomness.</param>
    /// <param name="logger">Receives one line for each write and each transition.</param>
    /// <param name="wake">Has an object reconciled at once: what it waited for has come.</param>
    /// <param name="events">Is told what happens to objects; null for nobody.</param>
    /// <param name="metrics">Counts what happens; null for nobody.</param>
    /// <param name="memories">Keeps what the process knows of each object, for others to read; null for nobody.</param>
    public static FilterReconciler CreateReconciler(
        IObjectStore<TrafficMirrorFilter> store, CloudAccount account, FilterReconcilerOptions options, ProcessEnvironment process,
        ILogger logger, Action<ObjectKey> wake, FilterEvent? events = null, FilterCounters? metrics = null,
        FilterMemories? memories = null) => new(
        store, account, options, process.Time, process.NewRandom(), logger, wake, events, metrics, memories);

    private static ObjectReference Reference(TrafficMirrorFilter about) => new()
    {
        ApiVersion = TrafficMirrorFilter.GroupVersion,
        Kind = TrafficMirrorFilter.KindName,
        Namespace = about.Metadata.Namespace,
        Name = about.Metadata.Name,
        Uid = about.Metadata.Uid,
    };
}
