using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kinds.Sessions.Planning;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;

/// <summary>One answer of the cloud ends nothing for good.</summary>
public class ConfirmationTests
{
    private static readonly PlannerSettings Settings = new();

    public static TheoryData<string> Cases => [.. Finals.Keys];

    private static Dictionary<string, PlannerInput> Finals => new()
    {
        ["nothing left"] = Given.Detaching(Given.Ids(1, 3), Given.Ids(9, 2)),
        ["deleted and not listed"] = Given.Detaching(Given.Ids(1, 3), []) with { Observed = null },
        ["session going"] = Given.Detaching(Given.Ids(1, 3), []) with { Observed = Given.Session(Given.Ids(1, 3), "Deleting") },
        ["not listed"] = Given.Input(Given.Declared(Given.Ids(1, 3)), null),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Two_reads_some_seconds_apart_must_agree(string name)
    {
        var input = Finals[name] with { Settings = Settings };
        var first = input.Plan();
        var wait = Assert.IsType<Decision.Wait>(first.Decision);
        Assert.Equal((Reasons.ConfirmingObservation, Settings.ConfirmAfter), (wait.Reason, wait.After));

        var knowing = input with { Memory = SessionMemory.Empty with { Finding = first.Finding } };
        Assert.IsType<Decision.Wait>((knowing with { Now = Given.Now.AddSeconds(9), ReadAt = Given.Now.AddSeconds(4) }).Plan().Decision);
        Assert.IsNotType<Decision.Wait>((knowing with { Now = Given.Now.AddSeconds(5) }).Plan().Decision);
    }

    [Fact]
    public void A_finding_of_another_kind_confirms_nothing()
    {
        var memory = SessionMemory.Empty with { Finding = new Finding(Reasons.Detached, Given.Now.AddMinutes(-1)) };
        var plan = (Finals["not listed"] with { Settings = Settings, Memory = memory }).Plan();
        Assert.Equal((Reasons.ConfirmingObservation, Given.Now), (plan.Decision.Reason, plan.Finding!.ReadAt));
    }

    [Fact]
    public void An_answer_that_lists_the_session_again_forgets_the_finding() =>
        Assert.Null((Given.Input(Given.Ids(1, 1), Given.Ids(1, 1)) with { Settings = Settings }).Plan().Finding);

    [Fact]
    public void What_the_status_says_already_is_not_doubted_after_a_restart()
    {
        var input = Finals["not listed"] with { Settings = Settings };
        var status = SessionStatusOf(input, input with { Settings = new PlannerSettings { ConfirmAfter = TimeSpan.Zero } });
        Assert.Equal(Reasons.SessionNotFound, (input with { Declared = input.Declared with { Status = status } }).Plan().Decision.Reason);
    }

    private static TrafficMirrorSessionStatus SessionStatusOf(PlannerInput input, PlannerInput decided) =>
        VpcMirrorOperator.Kinds.Sessions.SessionStatusBuilder.AfterLook(input.Declared, decided.Plan(), null, input.Memory, input.Now);
}
