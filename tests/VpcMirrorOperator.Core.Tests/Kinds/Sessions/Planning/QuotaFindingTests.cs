using System.Globalization;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kinds.Sessions.Planning;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;

/// <summary>Which quota keeps a source out, by what the cloud lists and by nothing else.</summary>
public class QuotaFindingTests
{
    [Theory]
    [InlineData(10, "NetworkInterface", 10, Reasons.SessionFull)]
    [InlineData(10, "NetworkInterface", 19, Reasons.SessionFull)]
    [InlineData(35, "SLB", 35, Reasons.SessionFull)]
    [InlineData(10, "NetworkInterface", 25, Reasons.SessionFull)]
    [InlineData(4, "NetworkInterface", 20, Reasons.TargetFull)]
    [InlineData(4, null, 20, Reasons.TargetFull)]
    [InlineData(0, "NetworkInterface", 200, Reasons.TargetFull)]
    [InlineData(20, "NetworkInterface", 20, Reasons.TargetFull)]
    [InlineData(35, "NetworkInterface", 200, Reasons.TargetFull)]
    [InlineData(9, "SLB", 500, Reasons.TargetFull)]
    [InlineData(10, "NetworkInterface", 20, Reasons.QuotaExceeded)]
    [InlineData(35, "NetworkInterface", 60, Reasons.QuotaExceeded)]
    [InlineData(9, "NetworkInterface", 19, null)]
    [InlineData(9, "SLB", 200, null)]
    public void The_number_of_sources_of_session_and_target_decides(int own, string? type, int ofTarget, string? reason)
    {
        var found = QuotaFinding.Of(Session(own, type), "eni-x", new QuotaUse(["tms-a", "tms-b"], 3, ofTarget));
        Assert.Equal(reason, found?.Reason);
    }

    [Fact]
    public void An_interface_of_three_sessions_is_used_up_whatever_else_is_full()
    {
        var found = QuotaFinding.Of(Session(10, "NetworkInterface"), "eni-x", new QuotaUse(["tms-a", "tms-b", "tms-c"], 2, 20))!;
        Assert.Equal(
            (Reasons.InterfaceFull, "eni-x is a source of 3 sessions already (tms-a, tms-b, tms-c), and an interface can be in 3: "
                + "that cannot be raised. Take it out of one of them, or of this list."),
            (found.Reason, found.Message));
    }

    [Theory]
    [InlineData(9, null)]
    [InlineData(10, Reasons.SessionFull)]
    public void Without_lists_the_session_itself_decides(int own, string? reason) =>
        Assert.Equal(reason, QuotaFinding.Of(Session(own, "SLB"), "eni-x", null)?.Reason);

    [Fact]
    public void What_cannot_be_raised_is_not_advised_to_be_raised()
    {
        var use = new QuotaUse([], 50, 500);
        Assert.DoesNotContain("quota centre", QuotaFinding.Of(Session(9, "SLB"), "eni-x", use)!.Message, StringComparison.Ordinal);
        var small = QuotaFinding.Of(Session(9, "NetworkInterface"), "eni-x", new QuotaUse([], 3, 20))!.Message;
        Assert.Equal(
            "The target eni-sensor is full: it has 20 sources in 3 sessions, and the quota is 20 on an ordinary instance, 200 on a large "
            + "type; give the session another target, have it raised in the quota centre, or list fewer.",
            small);
    }

    private static ObservedSession Session(int sources, string? targetType) => ObservedSession.From(
        new SessionState { Status = "Created", Enabled = true, TargetId = "eni-sensor", TargetType = targetType },
        [.. Enumerable.Range(1, sources).Select(i => "eni-" + i.ToString("d4", CultureInfo.InvariantCulture))]);
}
