using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Engine.Kinds;

/// <summary>Tells a change that needs a reconcile from one that does not. Pure.</summary>
internal static class ObjectChange
{
    /// <summary>
    /// Whether somebody else may have changed what the operator goes by. A change of the status alone is almost always our own write;
    /// a foreign one is found at the next reconcile, by the fence.
    /// </summary>
    /// <param name="old">Before; null for an object that appeared.</param>
    /// <param name="current">After; null for one that vanished.</param>
    public static bool NeedsReconcile(IResource? old, IResource? current) =>
        old is null || current is null || Differ(old.Metadata, current.Metadata);

    private static bool Differ(ObjectMeta old, ObjectMeta current) =>
        old.Life != current.Life
        || old.Generation != current.Generation
        || old.DeletionTimestamp != current.DeletionTimestamp
        || !WithoutOperation(old).SequenceEqual(WithoutOperation(current))
        || !SameAnnotations(old.Annotations, current.Annotations)
        || !Same(old.Labels, current.Labels);

    /// <summary>The finalizer of an open write comes and goes with our own writes.</summary>
    private static IEnumerable<string> WithoutOperation(ObjectMeta metadata) =>
        metadata.Finalizers.Where(name => name != Finalizers.Operation);

    /// <summary>What the operator itself keeps there is no change.</summary>
    private static bool SameAnnotations(IReadOnlyDictionary<string, string> left, IReadOnlyDictionary<string, string> right) =>
        Same(left, right) || Same(WithoutMemory(left), WithoutMemory(right));

    private static Dictionary<string, string> WithoutMemory(IReadOnlyDictionary<string, string> annotations) =>
        annotations.Where(one => one.Key is not (Annotations.Memory or Annotations.Term)).ToDictionary(one => one.Key, one => one.Value,
            StringComparer.Ordinal);

    private static bool Same(IReadOnlyDictionary<string, string> left, IReadOnlyDictionary<string, string> right) =>
        left.Count == right.Count && left.All(pair => right.TryGetValue(pair.Key, out var value) && value == pair.Value);
}
