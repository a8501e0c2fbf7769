using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kinds.Policies.Children;
using VpcMirrorOperator.Kinds.Policies.Packing;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.Children;

public class ChildReaderTests
{
    private readonly TrafficMirrorSession _child = new()
    {
        Metadata = new ObjectMeta
        {
            Namespace = "ids", Name = "shop-aaaaaa-1", Uid = "u", ResourceVersion = "1",
            Annotations = new Dictionary<string, string> { [Annotations.Packed] = "eni-a" },
        },
        Spec = new TrafficMirrorSessionSpec
        {
            RegionId = Given.Region, SourceIds = ["eni-a"], Session = new SessionDeclaration { Priority = 7 },
        },
    };

    [Theory]
    [InlineData(Reasons.SourcesRejected)]
    [InlineData(Reasons.InterfaceFull)]
    [InlineData(Reasons.SessionFull)]
    [InlineData(Reasons.TargetFull)]
    [InlineData(Reasons.QuotaExceeded)]
    [InlineData(Reasons.PriorityConflict)]
    [InlineData(Reasons.NoSources)]
    [InlineData(Reasons.SourcesEdited)]
    public void P13_what_is_full_refused_or_edited_is_not_stuck(string reason) => Assert.False(Read(Stalled(reason)).CannotTake);

    [Theory]
    [InlineData(Reasons.SpecInvalid)]
    [InlineData(Reasons.NotAllowed)]
    [InlineData(Reasons.SessionNotFound)]
    public void P13_a_session_that_is_stalled_for_anything_else_takes_nothing(string reason)
    {
        Assert.True(Read(Stalled(reason)).CannotTake);
        var passing = new Condition { Type = ConditionTypes.Stalled, Status = ConditionStatus.False, Reason = reason, Message = "" };
        Assert.False(Read(new TrafficMirrorSessionStatus { Conditions = [Ready(reason), passing] }).CannotTake);
    }

    [Theory]
    [InlineData("Normal", false)]
    [InlineData(null, false)]
    [InlineData("FinancialLocked", true)]
    public void P13_a_locked_session_takes_nothing(string? business, bool cannot) => Assert.Equal(
        cannot, Read(new TrafficMirrorSessionStatus { Session = Given.Session([], business: business).State }).CannotTake);

    [Theory]
    [InlineData(119, null, false)]
    [InlineData(121, null, true)]
    [InlineData(1, 121d, true)]
    [InlineData(1, 119d, false)]
    public void P13_a_session_that_is_busy_for_two_minutes_takes_nothing_repeats_included(int secondsAgo, double? firstAgo, bool cannot)
    {
        var operation = Given.Operation(OperationVerb.Add, ["eni-a"], secondsAgo) with
        {
            FirstStartedAt = firstAgo is { } ago ? Given.Now.AddSeconds(-ago) : null,
        };
        Assert.Equal(cannot, Read(new TrafficMirrorSessionStatus { Operation = operation }).CannotTake);
    }

    [Fact]
    public void P13_a_child_without_status_may_take() => Assert.False(Read(null).CannotTake);

    [Fact]
    public void P7_a_number_is_refused_while_the_session_says_that_another_has_it()
    {
        Assert.Equal(7, Read(Stalled(Reasons.PriorityConflict)).RefusedPriority);
        Assert.Null(Read(Stalled(Reasons.TargetFull)).RefusedPriority);
        Assert.Null(Read(null).RefusedPriority);
    }

    [Fact]
    public void P13_the_ids_that_the_child_reports_as_refused_are_refused()
    {
        var rejected = new RejectedSource { Id = "eni-a", Code = "x", Message = "", Since = Given.Now };
        Assert.Equal(["eni-a"], Read(new TrafficMirrorSessionStatus { RejectedSources = [rejected] }).Refused);
    }

    [Fact]
    public void P7_a_recorded_operation_counts_with_its_ids_and_its_number()
    {
        var add = Read(new TrafficMirrorSessionStatus { Operation = Given.Operation(OperationVerb.Add, ["eni-a"]), OperationSequence = 5 });
        Assert.Equal((OperationVerb.Add, (int?)null, 5L), (add.Operation!.Verb, add.Operation.Priority, add.Sequence));
        Assert.Equal(["eni-a"], add.Operation.Ids);
        foreach (var (text, number) in new (string, int?)[] { ("12", 12), ("x", null), ("-1", null) })
        {
            var update = Given.Operation(OperationVerb.Update, []) with
            {
                Parameters = new Dictionary<string, string> { ["Priority"] = text },
            };
            Assert.Equal(number, Read(new TrafficMirrorSessionStatus { Operation = update }).Operation!.Priority);
        }
    }

    [Theory]
    [InlineData("12", 12)]
    [InlineData("", 0)]
    [InlineData("-3", 0)]
    [InlineData("x", 0)]
    [InlineData("99999999999999999999", 0)]
    public void P10_a_term_that_is_no_number_is_none(string text, long term) => Assert.Equal(term, Annotated(Annotations.Term, text).Term);

    [Fact]
    public void P11_an_annotation_that_somebody_spoilt_is_read_without_harm()
    {
        Assert.Equal(["eni-a", "eni-b"], Annotated(Annotations.Packed, " eni-b ,,eni-a,eni-b,").Packed!.Order());
        Assert.Empty(Annotated(Annotations.Packed, "").Packed!);
        Assert.Null(Annotated(Annotations.Term, "1").Packed);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("True", false)]
    [InlineData("", false)]
    public void P18_only_the_word_true_marks_a_child_as_closing(string text, bool isClosing) =>
        Assert.Equal(isClosing, Annotated(Annotations.Closing, text).IsClosing);

    [Fact]
    public void A_child_is_what_a_policy_owns_or_once_packed()
    {
        var plain = _child with { Metadata = _child.Metadata with { Annotations = new Dictionary<string, string>() } };
        Assert.True(ChildReader.IsChild(_child));
        Assert.False(ChildReader.IsChild(plain));
        Assert.True(ChildReader.IsChild(Owned(plain, "vpcmirror.io/v1alpha1", "TrafficMirrorPolicy", true)));
        Assert.True(ChildReader.IsChild(Owned(plain, "vpcmirror.io/v9", "TrafficMirrorPolicy", true)));
        Assert.False(ChildReader.IsChild(Owned(plain, "vpcmirror.io/v1alpha1", "TrafficMirrorPolicy", false)));
        Assert.False(ChildReader.IsChild(Owned(plain, "example.com/v1", "TrafficMirrorPolicy", true)));
        Assert.False(ChildReader.IsChild(Owned(plain, "apps/v1", "Deployment", true)));
        Assert.Null(ChildReader.Read(_child, null, Given.Now).Owner);
    }

    [Fact]
    public void A_session_object_without_declaration_is_read_without_harm()
    {
        var bare = _child with { Spec = _child.Spec with { Session = null, TrafficMirrorSessionId = "tms-1" } };
        var child = ChildReader.Read(bare, 8, Given.Now);
        Assert.Equal(("", 0, 8), (child.TargetId, child.Priority, child.LearnedSize));
    }

    private static TrafficMirrorSession Owned(TrafficMirrorSession session, string version, string kind, bool controls) => session with
    {
        Metadata = session.Metadata with
        {
            OwnerReferences = [new OwnerReference { ApiVersion = version, Kind = kind, Name = "shop", Uid = "u", Controller = controls }],
        },
    };

    private static Condition Ready(string reason) =>
        new() { Type = ConditionTypes.Ready, Status = ConditionStatus.False, Reason = reason, Message = "" };

    private static TrafficMirrorSessionStatus Stalled(string reason) => new()
    {
        Conditions =
        [
            Ready(reason), new Condition { Type = ConditionTypes.Stalled, Status = ConditionStatus.True, Reason = reason, Message = "" },
        ],
    };

    private ChildState Read(TrafficMirrorSessionStatus? status) => ChildReader.Read(_child with { Status = status }, null, Given.Now);

    private ChildState Annotated(string name, string value) => ChildReader.Read(
        _child with
        {
            Metadata = _child.Metadata with { Annotations = new Dictionary<string, string> { [name] = value } },
        }, null, Given.Now);
}
