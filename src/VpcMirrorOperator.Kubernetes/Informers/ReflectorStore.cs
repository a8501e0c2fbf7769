using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Informers;

/// <summary>Where a <see cref="Reflector{T}"/> puts what it sees.</summary>
internal sealed class ReflectorStore<T>
    where T : class
{
    /// <summary>Keys that the cache holds of this reflector's namespace.</summary>
    public required Func<ObjectKey[]> Keys { get; init; }

    /// <summary>The object as the cache holds it.</summary>
    public required Func<ObjectKey, T?> Find { get; init; }

    /// <summary>The object is like this now; null means gone.</summary>
    public required Action<ObjectKey, T?> Put { get; init; }

    /// <summary>The first list has been put.</summary>
    public required Action Synced { get; init; }
}
