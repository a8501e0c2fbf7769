using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions;

public class ReusedPartsTests
{
    private const string Uid = "7c0f3d1e-0d4e-4a6c-9f0b-3d2f6b1a5c11";

    [Fact]
    public void A_new_status_keeps_names_and_spec_of_the_version_before()
    {
        var (old, current) = (Version("1"), Version("2") with { Status = new TrafficMirrorSessionStatus { ObservedGeneration = 7 } });
        var reused = ReusedParts.Of(old, current);
        Assert.Same(old.Metadata.Name, reused.Metadata.Name);
        Assert.Same(old.Spec, reused.Spec);
        Assert.Equal(("2", 7), (reused.Metadata.ResourceVersion, reused.Status!.ObservedGeneration));
    }

    [Fact]
    public void What_has_changed_is_the_new_one()
    {
        var (old, edited) = (Version("1"), Version("2", "eni-1", "eni-3"));
        Assert.Equal(["eni-1", "eni-3"], ReusedParts.Of(old, edited).Spec.SourceIds);
        var suspended = Version("2");
        suspended = suspended with { Spec = suspended.Spec with { Suspend = true } };
        Assert.True(ReusedParts.Of(old, suspended).Spec.Suspend);
    }

    [Fact]
    public void Another_life_of_the_object_takes_nothing_over()
    {
        var other = Version("2");
        other = other with { Metadata = other.Metadata with { Uid = "another" } };
        Assert.Same(other, ReusedParts.Of(Version("1"), other));
    }

    [Fact]
    public void A_part_of_the_status_that_says_the_same_is_the_old_one()
    {
        var (old, current) = (Seen("1", "Created", ConditionStatus.True), Seen("2", "Modifying", ConditionStatus.True));
        var reused = ReusedParts.Of(old, current).Status!;
        Assert.Same(old.Status!.Conditions, reused.Conditions);
        Assert.Equal("Modifying", reused.Session!.Status);
        Assert.Equal(ConditionStatus.False, ReusedParts.Of(old, Seen("2", "Created", ConditionStatus.False)).Status!.Conditions[0].Status);
    }

    private static TrafficMirrorSession Seen(string version, string status, ConditionStatus ready) => Version(version) with
    {
        Status = new TrafficMirrorSessionStatus
        {
            Session = new SessionState { Status = new string(status) },
            Conditions = [new Condition { Type = "Ready", Status = ready, Reason = "Synced" }],
        },
    };

    private static TrafficMirrorSession Version(string version, params string[] sources)
    {
        var declared = Given.Declared(sources.Length == 0 ? ["eni-1", "eni-2"] : sources);
        return declared with
        {
            Metadata = declared.Metadata with { Name = new string("web-tier".AsSpan()), Uid = Uid, ResourceVersion = version },
            Spec = declared.Spec with { SourceIds = SourceIdSet.Of(declared.Spec.SourceIds) },
        };
    }
}
