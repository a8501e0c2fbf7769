namespace VpcMirrorOperator.AlibabaCloud.Sts;

/// <summary>Which role to assume, and how.</summary>
internal sealed record RoleSettings
{
    /// <summary>Shown in the audit log of the account when nothing else is configured.</summary>
    public const string DefaultSessionName = "vpc-mirror-operator";

    /// <summary><c>acs:ram::uid:role/name</c>.</summary>
    public required string RoleArn { get; init; }

    /// <summary>2 to 64 letters, digits and <c>. @ - _</c>.</summary>
    public string SessionName
    {
        get;
        init => field = string.IsNullOrWhiteSpace(value) ? DefaultSessionName : value.Trim();
    } = DefaultSessionName;

    /// <summary>900 up to the role's maximum; default 3600 s.</summary>
    public int DurationSeconds { get; init => field = value > 0 ? value : 3600; } = 3600;

    /// <summary>Narrows the rights further; at most 2,048 characters.</summary>
    public string? Policy { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value; }

    /// <summary>Agreed with the owner of a role in another account.</summary>
    public string? ExternalId { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value; }
}
