namespace VpcMirrorOperator.Output;

/// <summary>The document of <c>version -o json</c> and <c>-o yaml</c>. Fields are only ever added.</summary>
/// <param name="Version">Major, minor and patch.</param>
internal sealed record VersionReport(string Version);
