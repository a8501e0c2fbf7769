namespace VpcMirrorOperator.Kubernetes.Lists;

/// <summary>
/// An item that is its own place in a list: of what there is once for every object, mostly idle, a node of its own would be a third more.
/// The members belong to the list.
/// </summary>
/// <typeparam name="T">The item itself.</typeparam>
public interface IListed<T>
    where T : class, IListed<T>
{
    /// <summary>The list that it is in; null when it is in none.</summary>
    ListOf<T>? List { get; set; }

    /// <summary>The one before it in that list.</summary>
    T? Before { get; set; }

    /// <summary>The one after it in that list.</summary>
    T? After { get; set; }
}
