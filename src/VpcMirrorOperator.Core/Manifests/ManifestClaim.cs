namespace VpcMirrorOperator.Manifests;

/// <summary>What only one object may speak for.</summary>
/// <param name="Identity">The same for all objects that speak for the same.</param>
/// <param name="Field">Where the object says so.</param>
/// <param name="Twice">What is wrong when a second one says so.</param>
/// <param name="Remedy">What to do then.</param>
internal sealed record ManifestClaim(string Identity, string Field, string Twice, string Remedy);
