using System.Text.Json.Serialization;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.IntegrationTests.Hosting.Pebbles;

/// <summary>A kind that the operator does not have: its status repeats its spec.</summary>
internal sealed record Pebble : IResource
{
    public required ObjectMeta Metadata { get; init; }

    public required PebbleSpec Spec { get; init; }

    public PebbleStatus? Status { get; init; }
}

internal sealed record PebbleSpec(string Colour);

internal sealed record PebbleStatus(string Colour);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Pebble))]
internal sealed partial class PebbleJson : JsonSerializerContext;
