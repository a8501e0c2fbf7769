using VpcMirrorOperator.Api.TrafficMirrorSessions;

namespace VpcMirrorOperator.Manifests;

/// <summary>All that was read from a set of manifests. With any error, <see cref="Sessions"/> must not be acted on.</summary>
/// <param name="Sessions">The declared sessions in the order of the texts; only names, labels, annotations and the spec are set.</param>
/// <param name="Errors">Every error of every text.</param>
/// <param name="Notices">What was skipped or changed on reading.</param>
internal sealed record ManifestSet(
    IReadOnlyList<TrafficMirrorSession> Sessions, IReadOnlyList<ManifestError> Errors, IReadOnlyList<ManifestNotice> Notices);
