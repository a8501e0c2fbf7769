using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kinds.Sessions.Planning;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;

/// <summary>A plan with too many removals, and how far its approval reaches.</summary>
public class ApprovalTests
{
    private static readonly string[] Desired = Given.Ids(1, 5);
    private static readonly string[] Actual = Given.Ids(1, 30);

    [Fact]
    public void The_annotation_with_the_hash_of_the_plan_releases_it()
    {
        var input = Held(Actual);
        var approved = Approve(input, input.Plan().Hash);
        Assert.Equal(10, approved.Write().Operation.Ids.Count);
        Assert.Equal(input.Plan().Hash, approved.Plan().Facts?.ApprovedHash);
    }

    [Theory]
    [InlineData("0123456789abcdef")]
    [InlineData("")]
    public void Another_annotation_does_not(string hash) =>
        Assert.Equal(Reasons.MaxRemovalsExceeded, Approve(Held(Actual), hash).Plan().Decision.Reason);

    [Fact]
    public void An_approval_moves_on_with_each_of_our_own_batches_until_the_plan_is_done()
    {
        var input = Held(Actual);
        var hash = input.Plan().Hash;
        var left = Actual;
        TrafficMirrorSessionStatus? status = null;
        for (var round = 0; round < 3; round++)
        {
            var planned = Approve(Held(left, status), hash);
            var operation = planned.Write().Operation;
            status = Recorded(operation, planned.Plan(), left);
            left = [.. left.Except(operation.Ids)];
        }
        var end = Approve(Held(left, status), hash).Plan();
        Assert.IsType<Decision.Done>(end.Decision);
        Assert.Null(end.Facts?.ApprovedHash);
    }

    [Fact]
    public void An_approval_moves_on_while_the_list_changes_before_the_session_is_settled()
    {
        var approved = Approve(Held(Actual), Held(Actual).Plan().Hash);
        var operation = approved.Write().Operation with { AcceptedAt = Given.Now };
        string[] left = [.. Actual.Except(operation.Ids)];
        var modifying = Held(left, Recorded(operation, approved.Plan(), Actual)) with { Observed = Given.Session(left, "Modifying") };
        var hash = approved.Plan().Hash;
        var settled = Approve(Held(left, Recorded(operation, Approve(modifying, hash).Plan(), left)), hash);
        Assert.IsType<Decision.Write<OperationState>>(settled.Plan().Decision);
    }

    [Fact]
    public void An_approval_ends_at_the_first_change_that_is_not_ours()
    {
        var approved = Approve(Held(Actual), Held(Actual).Plan().Hash);
        var operation = approved.Write().Operation;
        string[] left = [.. Actual.Except(operation.Ids), "eni-foreign"];
        var after = Approve(Held(left, Recorded(operation, approved.Plan(), Actual)), approved.Plan().Hash);
        Assert.Equal(Reasons.MaxRemovalsExceeded, after.Plan().Decision.Reason);
    }

    [Fact]
    public void An_approval_does_not_reach_an_edit_of_the_spec()
    {
        var approved = Approve(Held(Actual), Held(Actual).Plan().Hash);
        var operation = approved.Write().Operation;
        string[] left = [.. Actual.Except(operation.Ids)];
        var edited = Approve(Held(left, Recorded(operation, approved.Plan(), Actual), desired: Given.Ids(1, 4)), approved.Plan().Hash);
        Assert.Equal(Reasons.MaxRemovalsExceeded, edited.Plan().Decision.Reason);
    }

    [Fact]
    public void Taking_the_annotation_away_withdraws_the_approval()
    {
        var approved = Approve(Held(Actual), Held(Actual).Plan().Hash);
        var operation = approved.Write().Operation;
        string[] left = [.. Actual.Except(operation.Ids)];
        var withdrawn = Held(left, Recorded(operation, approved.Plan(), Actual)).Plan();
        Assert.Equal(Reasons.MaxRemovalsExceeded, withdrawn.Decision.Reason);
        Assert.Null(withdrawn.Facts?.ApprovedHash);
    }

    [Fact]
    public void The_plan_hash_names_session_additions_and_removals()
    {
        var session = new SessionRef(Accounts.Default, "r", "s");
        string?[] hashes =
        [
            PlanHash.Of(session, ["a"], []), PlanHash.Of(session, [], ["a"]), PlanHash.Of(session, ["a", "b"], []),
            PlanHash.Of(session, ["a"], ["b"]), PlanHash.Of(session with { SessionId = "t" }, ["a"], []),
            PlanHash.Of(session with { RegionId = "q" }, ["a"], []),
        ];
        Assert.Equal(hashes.Length, hashes.Distinct().Count());
        Assert.All(hashes, hash => Assert.Matches("^[0-9a-f]{32}$", hash));
        Assert.Null(PlanHash.Of(session, [], []));
    }

    private static PlannerInput Held(string[] actual, TrafficMirrorSessionStatus? status = null, string[]? desired = null)
    {
        var input = Given.Input(
            desired ?? Desired, actual, spec => spec with { Safety = new SafetySpec { MaxRemovals = new IntOrPercent(4, false) } });
        return input with { Declared = input.Declared with { Status = status } };
    }

    private static PlannerInput Approve(PlannerInput input, string? hash) =>
        input with { Declared = input.Declared.Annotated(Annotations.ApprovedPlan, hash) };

    private static TrafficMirrorSessionStatus Recorded(OperationState operation, Plan plan, string[] seen) => new()
    {
        Operation = operation with { AcceptedAt = Given.Now },
        OperationSequence = operation.Sequence,
        Plan = new PlanState { Hash = plan.Hash!, ApprovedHash = plan.Facts?.ApprovedHash, Approval = plan.Facts?.Approval },
        Session = Given.Session(seen).State,
    };
}
