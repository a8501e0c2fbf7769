using System.Collections.ObjectModel;
using System.Text.Json.Serialization;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Api.Shared;

/// <summary>
/// A write to the cloud, recorded whole before the cloud is called so that a crash can neither double nor lose it. A change of a source
/// list has its <see cref="Ids"/>; every other call has its <see cref="Parameters"/>, as they go over the wire.
/// </summary>
public sealed record OperationState : IRecordedOperation
{
    /// <summary>Counts the object's writes from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>What is called.</summary>
    public required OperationVerb Verb { get; init; }

    /// <summary>The sources of an add or a removal, in ordinal order; of other calls none.</summary>
    public IReadOnlyList<string> Ids { get => field ?? []; init; } = [];

    /// <summary>
    /// What is written to, <c>tms-…</c> or <c>tmf-…</c>; null for a creation, and for a change of the source list of the object's own
    /// session.
    /// </summary>
    public string? Target { get; init; }

    /// <summary>
    /// The call's own parameters under the API's names, without region, token and the id of the target: a repeat sends just these. Null for
    /// a change of a source list.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Parameters { get; init; }

    /// <summary>The idempotence token of every attempt, at most 64 ASCII characters (API page, ClientToken).</summary>
    public required string ClientToken { get; init; }

    /// <summary>When the latest attempt was recorded.</summary>
    [JsonConverter(typeof(MicroTimeConverter))]
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When the first attempt was recorded; null for <see cref="StartedAt"/>.</summary>
    [JsonConverter(typeof(MicroTimeConverter))]
    public DateTimeOffset? FirstStartedAt { get; init; }

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
    DateTimeOffset IRecordedOperation.FirstStartedAt => FirstStartedAt ?? StartedAt;

    /// <inheritdoc/>
    IReadOnlyList<string> IRecordedOperation.Payload => Parameters is { } parameters
        ? [Target ?? "", .. parameters.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value}")]
        : IsOfSources() ? Ids : [Target ?? "", .. Ids];

    /// <summary>Whether it changes a list of sources.</summary>
    public bool IsOfSources() => Verb is OperationVerb.Add or OperationVerb.Remove;

    /// <summary>Whether another operation asks for the same, whenever and by whomever it was recorded.</summary>
    /// <param name="other">The other one.</param>
    public bool AsksForTheSame(OperationState other) => Verb == other.Verb
        && ((IRecordedOperation)this).Payload.SequenceEqual(((IRecordedOperation)other).Payload, StringComparer.Ordinal);

    /// <summary>The next attempt of the same operation: the same call with the same token.</summary>
    /// <param name="now">When it is recorded.</param>
    /// <param name="holder">The process that makes it.</param>
    public OperationState Again(DateTimeOffset now, string holder) =>
        this with { Attempts = Attempts + 1, FirstStartedAt = FirstStartedAt ?? StartedAt, StartedAt = now, Holder = holder };

    /// <summary>Parameters as they are recorded: in ordinal order, so that every attempt sends the same bytes.</summary>
    /// <param name="parameters">Decoded names and values, no name twice.</param>
    public static IReadOnlyDictionary<string, string> Recorded(IEnumerable<KeyValuePair<string, string>> parameters) =>
        new ReadOnlyDictionary<string, string>(new SortedDictionary<string, string>(
            parameters.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal), StringComparer.Ordinal));
}
