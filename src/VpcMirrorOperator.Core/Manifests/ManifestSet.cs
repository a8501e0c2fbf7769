using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Manifests;

/// <summary>All that was read from a set of manifests. With any error, the objects must not be acted on.</summary>
/// <param name="Placed">The declared objects with their places, in the order of the texts.</param>
/// <param name="Errors">Every error of every text.</param>
/// <param name="Notices">What was skipped or changed on reading.</param>
internal sealed record ManifestSet(
    IReadOnlyList<PlacedObject> Placed, IReadOnlyList<ManifestError> Errors, IReadOnlyList<ManifestNotice> Notices)
{
    /// <summary>The declared objects in the order of the texts; only names, labels, annotations and the spec are set.</summary>
    public IReadOnlyList<IResource> Objects => [.. Placed.Select(one => one.Item)];

    /// <summary>The declared objects of one kind.</summary>
    /// <typeparam name="T">The kind.</typeparam>
    public IReadOnlyList<T> Of<T>()
        where T : IResource => [.. Objects.OfType<T>()];
}
