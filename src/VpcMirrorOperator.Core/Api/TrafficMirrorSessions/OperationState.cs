using System.Text.Json.Serialization;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Api.TrafficMirrorSessions;

/// <summary>A write to the source list, recorded before the cloud is called so that a crash can neither double nor lose it.</summary>
public sealed record OperationState : IRecordedOperation
{
    /// <summary>Counts the object's writes from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>Add or remove.</summary>
    public required OperationVerb Verb { get; init; }

    /// <summary>The ids of the batch, in ordinal order.</summary>
    public required IReadOnlyList<string> Ids { get; init; }

    /// <summary>The idempotence token of every attempt, at most 64 ASCII characters (API page, ClientToken).</summary>
    public required string ClientToken { get; init; }

    /// <summary>When the latest attempt was recorded.</summary>
    [JsonConverter(typeof(MicroTimeConverter))]
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The process that made the latest attempt: only it knows whether a call is still on its way.</summary>
    public required string Holder { get; init; }

    /// <summary>Attempts with this token, from 1.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>When the cloud accepted the write; null while the outcome is unknown.</summary>
    [JsonConverter(typeof(MicroTimeConverter))]
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <inheritdoc/>
    string IRecordedOperation.VerbName => Verb == OperationVerb.Add ? nameof(OperationVerb.Add) : nameof(OperationVerb.Remove);

    /// <inheritdoc/>
    IReadOnlyList<string> IRecordedOperation.Payload => Ids;
}
