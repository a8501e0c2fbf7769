using System.Text.Json.Serialization;
using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Api.TrafficMirrorSessions;

/// <summary>
/// The declared state. Defaults are applied by <see cref="SpecDefaults"/>, never written back (GitOps tools must see no difference).
/// </summary>
public sealed record TrafficMirrorSessionSpec
{
    /// <summary>The region of the session, for example <c>cn-hangzhou</c>. Immutable.</summary>
    public required string RegionId { get; init; }

    /// <summary>The id of an existing session, <c>tms-…</c>; null: the session is created. Immutable.</summary>
    public string? TrafficMirrorSessionId { get; init; }

    /// <summary>What is declared of the session itself; null: nothing but its sources.</summary>
    public SessionDeclaration? Session { get; init; }

    /// <summary>The ENIs to mirror, <c>eni-…</c>; a set, at most <see cref="SpecLimits.MaxSources"/>.</summary>
    [JsonConverter(typeof(SourceIdsConverter))]
    public required IReadOnlyList<string> SourceIds { get; init; }

    /// <summary>What the operator may do to reach the declared state; default <see cref="ManagementPolicy.Sync"/>.</summary>
    public ManagementPolicy? ManagementPolicy { get; init; }

    /// <summary>What happens to the sources when the object is deleted; default <see cref="DeletionPolicy.Retain"/>.</summary>
    public DeletionPolicy? DeletionPolicy { get; init; }

    /// <summary>True: no cloud writes until unset. Default false.</summary>
    public bool? Suspend { get; init; }

    /// <summary>Limits on what a plan may remove.</summary>
    public SafetySpec? Safety { get; init; }

    /// <summary>True: ask the cloud with <c>DryRun=true</c> before the first write of a plan. Default false.</summary>
    public bool? ValidateWithDryRun { get; init; }

    /// <summary>How often the cloud is compared when nothing changes; default 5 m, floor 30 s, ceiling 24 h, ±10 % jitter.</summary>
    public TimeSpan? DriftCheckInterval { get; init; }
}
