using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Core.Tests.Engine.Lifecycle.World;

/// <summary>A call on its way.</summary>
internal sealed record SimCall(string Key, int Uid, SimOperation Operation, SimProcess From)
{
    public OperationVerb Verb => Operation.Verb;

    public int At { get; init; }

    public bool IsLost { get; init; }

    public bool HasNoReply { get; init; }
}

/// <summary>What the cloud answers: an id, or a code.</summary>
internal sealed record SimReply(string? Id, string? Refusal = null);
