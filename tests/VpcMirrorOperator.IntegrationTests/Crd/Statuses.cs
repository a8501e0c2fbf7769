using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.IntegrationTests.Crd;

/// <summary>A status in which every field is set.</summary>
internal static class Statuses
{
    private static readonly DateTimeOffset Time = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static TrafficMirrorSessionStatus Full { get; } = new()
    {
        ObservedGeneration = 3,
        Conditions =
        [
            Condition(ConditionTypes.Ready, ConditionStatus.False),
            Condition(ConditionTypes.Reconciling, ConditionStatus.True),
        ],
        Claim = SessionClaim.Granted,
        Session = new SessionState
        {
            Status = "Modifying", BusinessStatus = "Normal", Enabled = true, TargetId = "eni-t", TargetType = "NetworkInterface",
            FilterId = "tmf-f", Priority = 1, VirtualNetworkId = 2, PacketLength = 1500,
            SourcesFingerprint = new SourceFingerprint(ulong.MaxValue, 1),
        },
        Sources = new SourceCounts { Desired = 12, Actual = 10, ToAdd = 3, ToRemove = 1, Pending = "+3 -1", Rejected = 1, Coverage = 75 },
        Plan = new PlanState
        {
            Hash = "0123456789abcdef", Add = ["eni-a", "eni-b", "eni-c"], Remove = ["eni-x"], ApprovedHash = "0123456789abcdef",
            Approval = "fedcba9876543210",
            Attributes = [new AttributeChange { Attribute = "priority", Was = "1", Is = "10" }],
        },
        Operation = new OperationState
        {
            Sequence = 4, Verb = OperationVerb.Add, Ids = ["eni-a", "eni-b"], ClientToken = "vmo-token", Holder = "pod-1", Attempts = 2,
            Target = "tms-a", Parameters = OperationState.Recorded([new("Priority", "10"), new("Tag.1.Key", "team")]),
            StartedAt = Time.AddMicroseconds(1), FirstStartedAt = Time, AcceptedAt = Time.AddMicroseconds(123456),
        },
        TrafficMirrorSessionId = "tms-bp1z7v0atwwgnr6comkc",
        LastCreateTime = Time.AddMicroseconds(7),
        OperationSequence = 4,
        Contest = new ContestState { Undone = 3, LastUndoneAt = Time, SourceIds = ["eni-a"] },
        RejectedSources =
            [new RejectedSource { Id = "eni-c", Code = "ResourceNotFound.NetworkInterface", Message = "It does not exist.", Since = Time }],
        Alteration = new AlterationState
        {
            Hash = "0123456789abcdef0123456789abcdef",
            Since = Time,
            Changes = [new AttributeChange { Attribute = "filter", Was = "tmf-a", Is = "tmf-b" }],
        },
        RecentRemovals = [new RemovalCount { At = Time, Count = 3 }],
        LastSyncTime = Time,
        LastObservedTime = Time,
        LastRequestId = "E0F1E2D3-0000-0000-0000-000000000000",
        LastWrites =
        [
            new WriteRecord { Time = Time, Verb = OperationVerb.Add, Sources = 2, Result = "OK", RequestId = "E0F1" },
            new WriteRecord { Time = Time, Verb = OperationVerb.Remove, Sources = 10, Result = "Client.Timeout" },
        ],
        LastHandledReconcileAt = "2026-03-01T12:00:00Z",
    };

    public static TrafficMirrorFilterStatus FullFilter { get; } = new()
    {
        ObservedGeneration = 3,
        Conditions = [Condition(ConditionTypes.Ready, ConditionStatus.False), Condition(ConditionTypes.Reconciling, ConditionStatus.True)],
        TrafficMirrorFilterId = "tmf-f",
        LastCreateTime = Time,
        Filter = new FilterState { Status = "Modifying", Name = "web", RuleCount = 5, Ipv6RuleCount = 1, RulesFingerprint = new string('f',
            32) },
        Rules = new RuleCounts { Desired = 4, Actual = 3, ToAdd = 1, ToChange = 2, ToRemove = 1, Pending = "+1 ~2 -1" },
        Plan = new FilterPlanState { Hash = "0123456789abcdef",
            Changes = ["+ ingress 10: drop UDP 0.0.0.0/0 -> 0.0.0.0/0 port 4789/4789"] },
        Operation = new OperationState
        {
            Sequence = 4, Verb = OperationVerb.UpdateRule, Target = "tmr-a", Ids = ["tmr-b"],
            Parameters = new Dictionary<string, string> { ["Priority"] = "10" }, ClientToken = "vmo-token", Holder = "pod-1", Attempts = 2,
            StartedAt = Time.AddMicroseconds(1), FirstStartedAt = Time, AcceptedAt = Time.AddMicroseconds(123456),
        },
        OperationSequence = 4,
        LastSyncTime = Time,
        LastObservedTime = Time,
        LastRequestId = "E0F1E2D3-0000-0000-0000-000000000000",
        LastWrites = [new FilterWriteRecord { Time = Time, Verb = OperationVerb.CreateRules, Rules = 2, Result = "OK",
            RequestId = "E0F1" }],
        LastHandledReconcileAt = "2026-03-01T12:00:00Z",
    };

    private static Condition Condition(string type, ConditionStatus status) => new()
    {
        Type = type, Status = status, Reason = "AddingSources", Message = "Adding 2 sources.", LastTransitionTime = Time,
        ObservedGeneration = 3,
    };
}
