namespace VpcMirrorOperator.Api.TrafficMirrorPolicies;

/// <summary>When a policy captures (rule P23). Outside, its sessions are closed.</summary>
public sealed record CaptureWindow
{
    /// <summary>When it begins; null: at once.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>When it ends; null: never.</summary>
    public DateTimeOffset? EndsAt { get; init; }
}
