using System.Globalization;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Events;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Output.Cluster;

namespace VpcMirrorOperator.Commands.Cluster;

/// <summary>A session of a cluster.</summary>
internal sealed class SessionObject(TrafficMirrorSession session) : ClusterObject
{
    /// <summary>The object.</summary>
    public TrafficMirrorSession Session => session;

    /// <inheritdoc/>
    public override ObjectMeta Metadata => session.Metadata;

    /// <inheritdoc/>
    public override string Argument => session.Metadata.Name;

    /// <inheritdoc/>
    public override string Shown => session.Key().ToString();

    /// <inheritdoc/>
    public override StatusItem Status => StatusItem.Of(session);

    /// <inheritdoc/>
    public override bool IsSuspended => session.Spec.IsSuspended();

    /// <inheritdoc/>
    public override bool HasOpenWrite => session.Status?.Operation is not null;

    /// <inheritdoc/>
    public override string? LastHandledReconcileAt => session.Status?.LastHandledReconcileAt;

    /// <inheritdoc/>
    public override DiffItem Diff => DiffItem.OfStatus(session);

    /// <inheritdoc/>
    public override ClusterObject With(bool suspend) =>
        new SessionObject(session with { Spec = session.Spec with { Suspend = suspend ? true : null } });

    /// <inheritdoc/>
    public override ClusterObject With(string annotation, string value) =>
        new SessionObject(session with { Metadata = Annotated(annotation, value) });

    /// <inheritdoc/>
    public override HistoryReport History(IReadOnlyList<ReportedEvent> events) => HistoryReport.Of(session, events);

    /// <inheritdoc/>
    public override Approval Approve(string? hash)
    {
        if (session.Status is not { } status || status.ObservedGeneration != session.Metadata.Generation)
            throw new CommandException(
                $"{Shown}: the operator has not seen the latest edit yet, so there is no plan to approve. Try again in a moment.");
        if (status.Alteration is { } alteration && hash == alteration.Hash)
            return new Approval(Annotations.AcceptedSession, hash, $"accepted alteration {hash}: {Changes(alteration)}.");
        if (status.Plan is not { Hash: { } present }) throw new CommandException(Nothing(status.Alteration));
        if (hash is not null && hash != present)
            throw new CommandException(
                $"{Shown}: the plan is no longer {hash} but {present}. Nothing was approved.\n  Look at it: vpc-mirror diff {Again}");
        return new Approval(Annotations.ApprovedPlan, present, Told(status, present));
    }

    /// <summary>Another target or filter is never accepted unseen: who does must have read its hash.</summary>
    private string Nothing(AlterationState? alteration) => alteration is null
        ? $"{Shown}: there is nothing to approve: no source is to be removed."
        : $"{Shown}: there is nothing to approve: no source is to be removed. But somebody altered the session: {Changes(alteration)}.\n"
            + $"  Accept it as it is now: vpc-mirror approve {Again} --hash {alteration.Hash}";

    private static string Changes(AlterationState alteration) =>
        string.Join(", ", alteration.Changes.Select(change => $"{change.Attribute} {change.Was} → {change.Is}"));

    private static string Told(TrafficMirrorSessionStatus status, string hash)
    {
        var held = Conditions.IsTrue(status.Conditions, ConditionTypes.SafetyHold) ? ""
            : $" It was not held: {Conditions.Find(status.Conditions, ConditionTypes.Ready)?.Reason}.";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"approved plan {hash}: {status.Sources?.ToAdd ?? 0} to add, {status.Sources?.ToRemove ?? 0} to remove.{held}");
    }
}
