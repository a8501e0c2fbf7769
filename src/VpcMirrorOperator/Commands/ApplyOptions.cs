using VpcMirrorOperator.Output;

namespace VpcMirrorOperator.Commands;

/// <summary>What <c>apply</c> was asked for.</summary>
/// <param name="Paths">The manifests.</param>
/// <param name="Watch">Go on for ever: follow the manifests and repair drift.</param>
/// <param name="Timeout">Give up after this; null: never.</param>
/// <param name="Format">How to print the result.</param>
/// <param name="Cloud">Which cloud.</param>
/// <param name="Approve">Hashes of plans that are approved.</param>
internal sealed record ApplyOptions(
    IReadOnlyList<string> Paths, bool Watch, TimeSpan? Timeout, OutputFormat Format, CloudOptions Cloud, IReadOnlyList<string> Approve);
