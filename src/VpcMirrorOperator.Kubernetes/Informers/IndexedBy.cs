namespace VpcMirrorOperator.Kubernetes.Informers;

/// <summary>One way to find objects beside their key, as client-go's <c>IndexFunc</c>.</summary>
/// <typeparam name="T">The kind.</typeparam>
/// <param name="Values">
/// The values under which an object is found, none or several. Pure and quick, because it is called twice for each change.
/// </param>
public sealed record IndexedBy<T>(Func<T, IEnumerable<string>> Values)
{
    /// <summary>Whether an object has a value; asked at each look-up. Default: whether it is among <see cref="Values"/>.</summary>
    public Func<T, string, bool> Has { get; init; } = (item, value) => Values(item).Contains(value, StringComparer.Ordinal);
}
