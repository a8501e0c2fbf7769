namespace VpcMirrorOperator.AlibabaCloud.Vpc;

/// <summary>A tag of a cloud resource; at most 20 per resource (API page TagResources).</summary>
public sealed record MirrorTag
{
    /// <summary>1 to 128 characters; not starting with <c>aliyun</c> or <c>acs:</c>, without <c>http://</c> and <c>https://</c>.</summary>
    public string? Key { get; init; }

    /// <summary>May be empty.</summary>
    public string? Value { get; init; }
}
