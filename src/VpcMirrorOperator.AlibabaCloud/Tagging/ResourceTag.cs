using System.Text.Json.Serialization;
using VpcMirrorOperator.AlibabaCloud.Json;

namespace VpcMirrorOperator.AlibabaCloud.Tagging;

/// <summary>A tag of a cloud resource; at most 20 per resource (API page TagResources).</summary>
public sealed record ResourceTag
{
    /// <summary>1 to 128 characters; not starting with <c>aliyun</c> or <c>acs:</c>, without <c>http://</c> and <c>https://</c>.</summary>
    [JsonConverter(typeof(ExactTextConverter))]
    public string? Key { get; init; }

    /// <summary>At most 128 characters; may be empty.</summary>
    [JsonConverter(typeof(ExactTextConverter))]
    public string? Value { get; init; }
}
