using System.Text.Json.Serialization;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Api.TrafficMirrorFilters;

/// <summary>A write to a filter, recorded before the cloud is called so that a crash can neither double nor lose it.</summary>
public sealed record FilterOperationState : IRecordedOperation
{
    /// <summary>Counts the object's writes from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>What is called.</summary>
    public required FilterOperationVerb Verb { get; init; }

    /// <summary>The rules that a deletion names, <c>tmr-…</c>.</summary>
    public IReadOnlyList<string> Ids { get => field ?? []; init; } = [];

    /// <summary>What is written to: the filter, or for a change of a rule this one.</summary>
    public string? Target { get; init; }

    /// <summary>
    /// The call's own parameters under the API's names, without region, token and the id of the target: a repeat sends just these.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Parameters { get; init; }

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
    string IRecordedOperation.VerbName => Verb.ToString();

    /// <inheritdoc/>
    IReadOnlyList<string> IRecordedOperation.Payload =>
    [
        Target ?? "", .. Ids,
        .. (Parameters ?? new Dictionary<string, string>()).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value}"),
    ];
}
