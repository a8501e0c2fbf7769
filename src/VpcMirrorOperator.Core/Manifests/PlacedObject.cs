using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Manifests;

/// <summary>An object with its place in a manifest.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Item">The object.</param>
/// <param name="Errors">Where errors of its file go.</param>
/// <param name="Mark">Where it begins.</param>
internal sealed record PlacedObject(IManifestKind Kind, IResource Item, ManifestErrors Errors, YamlMark Mark);
