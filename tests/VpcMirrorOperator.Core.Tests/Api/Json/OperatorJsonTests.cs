using System.Text.Json;
using VpcMirrorOperator.Api.Json;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Api.Json;

public class OperatorJsonTests
{
    private static readonly DateTimeOffset Time = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_spec_is_written_the_way_a_manifest_is()
    {
        var spec = new TrafficMirrorSessionSpec
        {
            RegionId = "cn-hangzhou",
            TrafficMirrorSessionId = "tms-a",
            SourceIds = ["eni-a"],
            ManagementPolicy = ManagementPolicy.AddOnly,
            Safety = new SafetySpec { MaxRemovals = new IntOrPercent(20, IsPercent: true) },
            DriftCheckInterval = TimeSpan.FromMinutes(90),
        };

        var json = JsonSerializer.Serialize(spec, OperatorJson.Default.TrafficMirrorSessionSpec);

        Assert.Equal(
            "{\"regionId\":\"cn-hangzhou\",\"trafficMirrorSessionId\":\"tms-a\",\"sourceIds\":[\"eni-a\"]," +
            "\"managementPolicy\":\"AddOnly\",\"safety\":{\"maxRemovals\":\"20%\"},\"driftCheckInterval\":\"1h30m\"}",
            json);
    }

    [Fact]
    public void An_object_with_every_field_survives_the_round_trip()
    {
        var full = new TrafficMirrorSession
        {
            Metadata = new ObjectMeta { Name = "a", Namespace = "b", Uid = "u", Generation = 3, CreationTimestamp = Time },
            Spec = new TrafficMirrorSessionSpec
            {
                RegionId = "cn-hangzhou",
                TrafficMirrorSessionId = "tms-a",
                SourceIds = ["eni-a", "eni-b"],
                DeletionPolicy = DeletionPolicy.Detach,
                Suspend = true,
                Safety = new SafetySpec { AllowEmpty = true, MaxRemovals = new IntOrPercent(7, IsPercent: false) },
                ValidateWithDryRun = true,
                DriftCheckInterval = TimeSpan.FromSeconds(90),
            },
            Status = FullStatus(),
        };

        var json = JsonSerializer.Serialize(full, OperatorJson.Default.TrafficMirrorSession);
        var back = JsonSerializer.Deserialize(json, OperatorJson.Default.TrafficMirrorSession);

        Assert.Equivalent(full, back, strict: true);
        Assert.Equal(json, JsonSerializer.Serialize(back, OperatorJson.Default.TrafficMirrorSession));
    }

    [Fact]
    public void Only_the_times_of_an_operation_keep_microseconds()
    {
        var fine = Time.AddMicroseconds(123456);
        var status = FullStatus() with { LastSyncTime = fine };

        var json = JsonSerializer.Serialize(status, OperatorJson.Default.TrafficMirrorSessionStatus);

        Assert.Contains("\"lastSyncTime\":\"2026-03-01T12:00:00Z\"", json, StringComparison.Ordinal);
        Assert.Contains("\"startedAt\":\"2026-03-01T12:00:00.000001Z\"", json, StringComparison.Ordinal);
        Assert.Contains("\"acceptedAt\":\"2026-03-01T12:00:00.123456Z\"", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"maxRemovals":-1}""")]
    [InlineData("""{"maxRemovals":"101%"}""")]
    [InlineData("""{"maxRemovals":"many"}""")]
    public void A_limit_that_is_no_count_and_no_percentage_is_refused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(
            """{"regionId":"r","trafficMirrorSessionId":"t","sourceIds":[],"safety":""" + json + "}",
            OperatorJson.Default.TrafficMirrorSessionSpec));

    private static TrafficMirrorSessionStatus FullStatus() => new()
    {
        ObservedGeneration = 3,
        Conditions = [new Condition { Type = "Ready", Status = ConditionStatus.True, Reason = "InSync", LastTransitionTime = Time }],
        Session = new SessionState { Status = "Created", BusinessStatus = "Normal", Enabled = true, TargetId = "eni-t" },
        Sources = new SourceCounts { Desired = 2, Actual = 1, ToAdd = 1, Coverage = 50 },
        Plan = new PlanState { Hash = "abc", Add = ["eni-b"], ApprovedHash = "abc" },
        Operation = new OperationState
        {
            Sequence = 4,
            Verb = OperationVerb.Remove,
            Ids = ["eni-x"],
            ClientToken = "token",
            StartedAt = Time.AddMicroseconds(1),
            AcceptedAt = Time.AddMicroseconds(123456),
            Holder = "me",
            Attempts = 2,
        },
        OperationSequence = 4,
        RejectedSources = [new RejectedSource { Id = "eni-z", Code = "C", Message = "m", Since = Time }],
        LastSyncTime = Time,
        LastObservedTime = Time,
        LastRequestId = "R",
        LastHandledReconcileAt = "now",
    };
}
