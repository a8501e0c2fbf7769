using VpcMirrorOperator.Kubernetes.Events;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Output.Cluster;

namespace VpcMirrorOperator.Commands.Cluster;

/// <summary>An object of a cluster, of whatever kind, as the commands see it. Immutable.</summary>
internal abstract class ClusterObject
{
    /// <summary>Name, namespace, labels and annotations.</summary>
    public abstract ObjectMeta Metadata { get; }

    /// <summary>As it is named on the command line.</summary>
    public abstract string Argument { get; }

    /// <summary>Where it stands.</summary>
    public abstract StatusItem Status { get; }

    /// <summary>Whether <c>spec.suspend</c> is set.</summary>
    public abstract bool IsSuspended { get; }

    /// <summary>Whether the cloud may still be carrying out a write.</summary>
    public abstract bool HasOpenWrite { get; }

    /// <summary>The latest request for a reconcile that was answered.</summary>
    public abstract string? LastHandledReconcileAt { get; }

    /// <summary>What the operator last wrote of its plan.</summary>
    public abstract DiffItem Diff { get; }

    /// <summary>As it is named in what is printed: the kind only where it is not the usual one.</summary>
    public abstract string Shown { get; }

    /// <summary>The options that name this object again: name and namespace.</summary>
    public string Again => $"{Argument} -n {Metadata.Namespace}";

    /// <summary>The object suspended, or not.</summary>
    public abstract ClusterObject With(bool suspend);

    /// <summary>The object with one annotation set, and all others as they are.</summary>
    public abstract ClusterObject With(string annotation, string value);

    /// <summary>The annotation that approves what the operator shows, and what to say when it is written.</summary>
    /// <param name="hash">The hash that was looked at; null for the plan of this moment.</param>
    /// <exception cref="CommandException">There is nothing to approve, or not this.</exception>
    public abstract Approval Approve(string? hash);

    /// <summary>What happened to it.</summary>
    /// <param name="events">Its events.</param>
    public abstract HistoryReport History(IReadOnlyList<ReportedEvent> events);

    /// <summary>The metadata with one annotation set.</summary>
    protected ObjectMeta Annotated(string name, string value) => Metadata with
    {
        Annotations = new Dictionary<string, string>(Metadata.Annotations) { [name] = value },
    };
}
