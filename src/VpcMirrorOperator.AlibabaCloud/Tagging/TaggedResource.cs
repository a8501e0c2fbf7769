using System.Text.Json.Serialization;
using VpcMirrorOperator.AlibabaCloud.Json;

namespace VpcMirrorOperator.AlibabaCloud.Tagging;

/// <summary>One tag of one resource, as ListTagResources of VPC and ECS report it (element of <c>TagResource</c>).</summary>
public sealed record TaggedResource
{
    /// <summary>For example <c>tms-…</c> or <c>eni-…</c>.</summary>
    public string? ResourceId { get; init; }

    /// <summary>For example <c>TRAFFICMIRRORSESSION</c> or <c>eni</c>; case differs between products.</summary>
    public string? ResourceType { get; init; }

    /// <summary>The tag's key.</summary>
    [JsonConverter(typeof(ExactTextConverter))]
    public string? TagKey { get; init; }

    /// <summary>The tag's value; may be empty.</summary>
    [JsonConverter(typeof(ExactTextConverter))]
    public string? TagValue { get; init; }
}
