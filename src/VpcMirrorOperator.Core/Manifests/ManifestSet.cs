using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Manifests;

/// <summary>All that was read from a set of manifests. With any error, <see cref="Objects"/> must not be acted on.</summary>
/// <param name="Objects">The declared objects in the order of the texts; only names, labels, annotations and the spec are set.</param>
/// <param name="Errors">Every error of every text.</param>
/// <param name="Notices">What was skipped or changed on reading.</param>
internal sealed record ManifestSet(
    IReadOnlyList<IResource> Objects, IReadOnlyList<ManifestError> Errors, IReadOnlyList<ManifestNotice> Notices)
{
    /// <summary>The declared objects of one kind.</summary>
    /// <typeparam name="T">The kind.</typeparam>
    public IReadOnlyList<T> Of<T>()
        where T : IResource => [.. Objects.OfType<T>()];
}
