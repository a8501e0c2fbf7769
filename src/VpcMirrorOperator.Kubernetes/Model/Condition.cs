using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>One entry of <c>status.conditions</c>, field for field Kubernetes' <c>metav1.Condition</c>. Compares by value.</summary>
public sealed record Condition
{
    private readonly long _lastTransitionTime;

    /// <summary>CamelCase name, unique in its list, for example <c>Ready</c>.</summary>
    [JsonPropertyName("type")]
    public string Type { get => field ?? ""; init; }

    /// <summary>Whether it holds.</summary>
    [JsonPropertyName("status")]
    public ConditionStatus Status { get; init; }

    /// <summary>CamelCase word for machines: why the status is what it is. Never empty, by the API conventions.</summary>
    [JsonPropertyName("reason")]
    public string Reason { get => field ?? ""; init; }

    /// <summary>Sentence for people; may be empty.</summary>
    [JsonPropertyName("message")]
    public string Message { get => field ?? ""; init; }

    /// <summary>When <see cref="Status"/> last changed; whole seconds. <see cref="Conditions.Set"/> keeps it right.</summary>
    [JsonPropertyName("lastTransitionTime"), JsonConverter(typeof(TimeConverter))]
    public DateTimeOffset LastTransitionTime
    {
        get => UtcTicks.Time(_lastTransitionTime) ?? default;
        init => _lastTransitionTime = UtcTicks.Of(value);
    }

    /// <summary>The <c>metadata.generation</c> that this was judged on.</summary>
    [JsonPropertyName("observedGeneration"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long ObservedGeneration { get; init; }
}
