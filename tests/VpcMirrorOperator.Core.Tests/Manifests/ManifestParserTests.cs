using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.Core.Tests.Manifests;

public class ManifestParserTests
{
    [Fact]
    public void Every_field_of_a_manifest_is_read()
    {
        var result = Manifest.Parse(Manifest.WithSpec("""
            managementPolicy: AddOnly
            deletionPolicy: Detach
            suspend: true
            safety: {allowEmpty: false, maxRemovals: 20%}
            validateWithDryRun: true
            driftCheckInterval: 10m
            """));

        Assert.Empty(result.Errors);
        var session = Assert.Single(result.Of<TrafficMirrorSession>());
        Assert.Equal(new ObjectKey("default", "web"), session.Key());
        Assert.Equal(new SessionRef(Accounts.Default, "cn-hangzhou", "tms-a1"), session.Session());
        Assert.Equal(["eni-a1", "eni-b2"], session.Spec.SourceIds);
        Assert.Equal(ManagementPolicy.AddOnly, session.Spec.ManagementPolicy);
        Assert.Equal(DeletionPolicy.Detach, session.Spec.DeletionPolicy);
        Assert.True(session.Spec.Suspend);
        Assert.Equal(new IntOrPercent(20, IsPercent: true), session.Spec.Safety?.MaxRemovals);
        Assert.True(session.Spec.ValidateWithDryRun);
        Assert.Equal(TimeSpan.FromMinutes(10), session.Spec.DriftCheckInterval);
    }

    [Fact]
    public void Absent_and_null_fields_stay_absent()
    {
        var session = Assert.Single(Manifest.Parse(Manifest.WithSpec("suspend: null\nmanagementPolicy:")).Of<TrafficMirrorSession>());

        Assert.Null(session.Spec.Suspend);
        Assert.Null(session.Spec.ManagementPolicy);
        Assert.Null(session.Spec.Safety);
    }

    [Fact]
    public void Other_kinds_are_skipped_with_a_notice()
    {
        var result = Manifest.Parse("apiVersion: v1\nkind: ConfigMap\nbinaryData: [whatever]\n---\n" + Manifest.Valid);

        Assert.Empty(result.Errors);
        Assert.Single(result.Of<TrafficMirrorSession>());
        Assert.Equal("m.yaml:1: skipped ConfigMap of v1: not of the group vpcmirror.io", Assert.Single(result.Notices).ToString());
    }

    [Fact]
    public void A_list_is_unwrapped()
    {
        var item = Manifest.Valid.Replace("\n", "\n  ", StringComparison.Ordinal);

        Assert.Single(Manifest.Parse("apiVersion: v1\nkind: List\nitems:\n- " + item).Of<TrafficMirrorSession>());
    }

    [Fact]
    public void What_kubectl_prints_is_a_valid_manifest()
    {
        var result = Manifest.Parse(Manifest.With("  name: web", """
              name: web
              uid: 6f1f6a6e
              generation: 4
              creationTimestamp: "2026-03-01T12:00:00Z"
              managedFields: [{manager: kubectl}]
              annotations: {vpcmirror.io/approved-plan: abc}
            """) + "\nstatus:\n  anything: [1]");

        Assert.Empty(result.Errors);
        var metadata = Assert.Single(result.Of<TrafficMirrorSession>()).Metadata;
        Assert.Equal("abc", metadata.Annotations[Annotations.ApprovedPlan]);
        Assert.Empty(metadata.Uid);
    }

    [Fact]
    public void An_empty_list_is_accepted_when_it_is_allowed()
    {
        var text = Manifest.With("\n  - eni-a1\n  - eni-b2", " []") + "\n  safety: {allowEmpty: true}";

        Assert.Empty(Manifest.Parse(text).Errors);
    }

    [Fact]
    public void An_interval_below_the_floor_is_refused_as_the_API_server_does()
    {
        var error = Assert.Single(Manifest.Parse(Manifest.WithSpec("driftCheckInterval: 5s")).Errors);

        Assert.Equal(("spec.driftCheckInterval", "5s is too often", "Write 30s or more."), (error.Field, error.Message, error.Remedy));
    }

    [Fact]
    public void An_interval_above_the_ceiling_is_refused_as_the_API_server_does()
    {
        var error = Assert.Single(Manifest.Parse(Manifest.WithSpec("driftCheckInterval: 25h")).Errors);

        Assert.Equal(("spec.driftCheckInterval", "25h is too seldom", "Write 24h or less."), (error.Field, error.Message, error.Remedy));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing here\n---\n---\n")]
    public void Empty_documents_are_nothing(string text)
    {
        var result = Manifest.Parse(text);

        Assert.Empty(result.Errors);
        Assert.Empty(result.Of<TrafficMirrorSession>());
    }

    [Fact]
    public void Json_is_read_as_well()
    {
        var json = """
            {
            	"apiVersion": "vpcmirror.io/v1alpha1", "kind": "TrafficMirrorSession", "metadata": {"name": "web"},
            	"spec": {"regionId": "cn-hangzhou", "trafficMirrorSessionId": "tms-a1", "sourceIds": ["eni-a1"], "safety": {"maxRemovals": 3}}
            }
            """;

        var result = Manifest.Parse(json);

        Assert.Empty(result.Errors);
        Assert.Equal(3, Assert.Single(result.Of<TrafficMirrorSession>()).Spec.Safety?.MaxRemovals?.Value);
    }
}
