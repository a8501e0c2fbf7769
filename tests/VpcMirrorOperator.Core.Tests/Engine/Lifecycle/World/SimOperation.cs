using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Core.Tests.Engine.Lifecycle.World;

/// <summary>A recorded write; one tick of the simulation is one second.</summary>
internal sealed record SimOperation(long Sequence, OperationVerb Verb, string? Target, string Wish, string CreatedBy, string Owner)
    : IRecordedOperation
{
    public string VerbName => Verb.ToString();

    public IReadOnlyList<string> Payload => [Target ?? "", Wish, CreatedBy, Owner];

    public required string ClientToken { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset FirstStartedAt { get; init; }

    public required string Holder { get; init; }

    public int Attempts { get; init; } = 1;

    public DateTimeOffset? AcceptedAt { get; init; }
}
