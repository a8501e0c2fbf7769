using System.Text.Json.Serialization;
using VpcMirrorOperator.AlibabaCloud.Json;

namespace VpcMirrorOperator.AlibabaCloud.Ecs;

/// <summary>A tag of a network interface. In answers of ECS the names differ from those in requests.</summary>
public sealed record InterfaceTag
{
    /// <summary>The key.</summary>
    [JsonConverter(typeof(ExactTextConverter))]
    public string? TagKey { get; init; }

    /// <summary>The value; may be empty.</summary>
    [JsonConverter(typeof(ExactTextConverter))]
    public string? TagValue { get; init; }
}
