using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Kinds;
using VpcMirrorOperator.Engine.Tenancy;
using VpcMirrorOperator.Kinds.Sessions.Manifests;
using VpcMirrorOperator.Kinds.Sessions.Metrics;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Manifests;
using VpcMirrorOperator.Processes;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>The kind <see cref="TrafficMirrorSession"/>.</summary>
internal sealed class SessionRegistration : IKindRegistration
{
    /// <inheritdoc/>
    public IResourceKind Resource => SessionKind.Resource;

    /// <inheritdoc/>
    public IManifestKind Manifests { get; } = new SessionManifests();

    /// <inheritdoc/>
    public IHostedKind Host(HostContext context)
    {
        var account = context.Accounts.Of(Accounts.Default);
        var memories = new SessionMemories();
        var (events, counters) = (new KubernetesEvents(context.Events), new SessionCounters(context.Metrics));
        var options = new ReconcilerOptions
        {
            Holder = context.Holder, Tenancy = context.Tenancy, Installation = context.Installation,
            FindFilter = context.Links.Find<TrafficMirrorFilter>,
            Policies = new OwningPolicies(context.Links, context.IsNamespaceEnding),
            FullElsewhere = new InterfaceSessions(account.AllSessions).FullElsewhere,
        };
        return new HostedKind<TrafficMirrorSession>(context, new HostedKindOptions<TrafficMirrorSession>
        {
            Resource = SessionKind.Resource,
            CreateReconciler = (store, wake) =>
            {
                FollowFilters(context.Links, store, key =>
                {
                    // A standby would only collect keys.
                    if (context.MayWrite()) wake(key);
                });
                return CreateReconciler(
                    store, account, options, context.Process, context.Loggers.CreateLogger("reconciler"), wake, events, counters, memories);
            },
            Announce = session => Expect(session, context.Tenancy, account.Sessions),
            WriteMetricsAsync = (sessions, output) => SessionGauges.WriteAsync(sessions, memories.LastObserved, output),
        });
    }

    /// <summary>The reconciler as the operator and the command line run it.</summary>
    /// <param name="store">Where objects and their status live.</param>
    /// <param name="account">The account of the sessions.</param>
    /// <param name="options">Identity, and what namespaces may have.</param>
    /// <param name="process">Clock and randomness.</param>
    /// <param name="logger">Receives one line for each write and each transition.</param>
    /// <param name="wake">Has an object reconciled at once: what it waited for has come.</param>
    /// <param name="events">Is told what happens to objects; null for nobody.</param>
    /// <param name="metrics">Counts what happens; null for nobody.</param>
    /// <param name="memories">Keeps what the process knows of each object, for others to read; null for nobody.</param>
    public static SessionReconciler CreateReconciler(
        IObjectStore<TrafficMirrorSession> store, CloudAccount account, ReconcilerOptions options, ProcessEnvironment process,
        ILogger logger, Action<ObjectKey> wake, ISessionEvents? events = null, ISessionMetrics? metrics = null,
        SessionMemories? memories = null) => new(
        store, account.Client, account.Sessions, options, process.Time, process.NewRandom(), logger, wake, events, metrics, memories);

    /// <summary>Has the sessions that refer to a filter reconciled when it changes (rule S11).</summary>
    /// <param name="links">Tells of filters.</param>
    /// <param name="store">The sessions.</param>
    /// <param name="wake">Has one reconciled.</param>
    public static void FollowFilters(KindLinks links, IObjectStore<TrafficMirrorSession> store, Action<ObjectKey> wake) =>
        links.Follow<TrafficMirrorFilter>((old, current) =>
        {
            if (!ReferredFilter.Differ(old, current)) return;
            var changed = (current ?? old)!.Metadata;
            foreach (var session in store.List())
                if (session.Spec.Session?.FilterRef?.Name == changed.Name && session.Metadata.Namespace == changed.Namespace)
                    wake(session.Key());
        });

    /// <summary>What a namespace may not have is not read for it, not even along with others.</summary>
    private static void Expect(TrafficMirrorSession declared, TenancyRules tenancy, SessionReader reader)
    {
        var session = declared.Session();
        if (session.IsRecorded && tenancy.WhatIsMissing(declared.Metadata.Namespace, session.RegionId, session.SessionId) is null)
            reader.Expect(session, new KeptParts(declared.Spec.SourceIds as SourceIdSet, declared.Status?.Session));
    }
}
