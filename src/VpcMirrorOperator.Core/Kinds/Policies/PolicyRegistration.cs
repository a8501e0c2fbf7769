using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Kinds;
using VpcMirrorOperator.Kinds.Policies.Cluster;
using VpcMirrorOperator.Kinds.Policies.Manifests;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Manifests;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Kinds.Policies;

/// <summary>The kind <see cref="TrafficMirrorPolicy"/>.</summary>
internal sealed class PolicyRegistration : IKindRegistration
{
    /// <inheritdoc/>
    public IResourceKind Resource => PolicyKind.Resource;

    /// <inheritdoc/>
    public IManifestKind Manifests { get; } = new PolicyManifests();

    /// <inheritdoc/>
    public IHostedKind Host(HostContext context)
    {
        var news = new ClusterNews();
        var view = new ClusterView(context, news.Tell);
        var options = new PolicyReconcilerOptions
        {
            Installation = context.Installation, Tenancy = context.Tenancy, Links = context.Links,
            Term = new LeaderTerm(context.Term, context.MayWrite),
            IsNamespaceEnding = context.IsNamespaceEnding, Cluster = view,
        };
        return new HostedKind<TrafficMirrorPolicy>(context, new HostedKindOptions<TrafficMirrorPolicy>
        {
            Resource = PolicyKind.Resource,
            RunBesideAsync = view.RunAsync,
            CreateReconciler = (store, wake) =>
            {
                void WakeLeader(ObjectKey key)
                {
                    // A standby would only collect keys.
                    if (context.MayWrite()) wake(key);
                }

                Follow(context.Links, store, WakeLeader);
                news.Follow(store, WakeLeader);
                return new PolicyReconciler(
                    store, context.Links.StoreOf<TrafficMirrorSession>()!, context.Accounts.Of(Accounts.Default), options,
                    context.Process.Time, context.Loggers.CreateLogger("reconciler"), wake,
                    (about, type, reason, message) => context.Events.Record(Reference(about), type, reason, "Reconcile", message));
            },
        });
    }

    /// <summary>Has policies reconciled when their sessions' objects or their filter change.</summary>
    /// <param name="links">The kinds of the process.</param>
    /// <param name="store">The policies.</param>
    /// <param name="wake">Has a policy reconciled.</param>
    public static void Follow(KindLinks links, IObjectStore<TrafficMirrorPolicy> store, Action<ObjectKey> wake)
    {
        links.Follow<TrafficMirrorSession>((old, current) =>
        {
            if ((current ?? old)!.PolicyOwner() is { } owner) wake(new ObjectKey((current ?? old)!.Metadata.Namespace, owner.Name));
        });
        links.Follow<TrafficMirrorFilter>((old, current) =>
        {
            if (!ReferredFilter.Differ(old, current)) return;
            var changed = (current ?? old)!.Metadata;
            foreach (var policy in store.List())
                if (policy.Spec.FilterRef?.Name == changed.Name && policy.Metadata.Namespace == changed.Namespace) wake(policy.Key());
        });
    }

    private static ObjectReference Reference(TrafficMirrorPolicy about) => new()
    {
        ApiVersion = TrafficMirrorPolicy.GroupVersion,
        Kind = TrafficMirrorPolicy.KindName,
        Namespace = about.Metadata.Namespace,
        Name = about.Metadata.Name,
        Uid = about.Metadata.Uid,
    };
}
