using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Engine.Kinds;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Simulation.Scenario;

/// <summary>What a process sees of the objects of one kind, and how well.</summary>
internal sealed record StoreView<T>
    where T : class, IResource
{
    public required ResourceKind<T> Kind { get; init; }

    /// <summary>A status in the trace.</summary>
    public required Func<T, string> Text { get; init; }

    /// <summary>How often a write fails, before or after it was stored.</summary>
    public required Func<double> FailureRate { get; init; }

    /// <summary>How often a write takes seconds.</summary>
    public required Func<double> SlowRate { get; init; }

    /// <summary>Which objects it sees at all.</summary>
    public Func<T, bool> Sees { get; init; } = _ => true;

    /// <summary>Has an object reconciled.</summary>
    public required Action<ObjectKey> OnDeclared { get; init; }

    /// <summary>
    /// What the kinds of a process know of each other. With it the process is as a hosted one: it keeps annotations, tells other kinds, and
    /// has an object reconciled when <see cref="ObjectChange"/> says so. Null where there is one kind only.
    /// </summary>
    public KindLinks? Links { get; init; }

    /// <summary>Whether the kind itself is being deleted.</summary>
    public Func<bool> IsGoingAway { get; init; } = () => false;
}
