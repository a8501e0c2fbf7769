using VpcMirrorOperator.Output;

namespace VpcMirrorOperator.Commands;

/// <summary>What <c>delete</c> was asked for.</summary>
/// <param name="Paths">The manifests.</param>
/// <param name="Timeout">Give up after this; null: never.</param>
/// <param name="Format">How to print the result.</param>
/// <param name="Cloud">Which cloud.</param>
internal sealed record DeleteOptions(IReadOnlyList<string> Paths, TimeSpan? Timeout, OutputFormat Format, CloudOptions Cloud);
