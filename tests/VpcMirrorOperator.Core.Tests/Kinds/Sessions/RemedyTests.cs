using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Errors;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions;

/// <summary>Whoever reads a message at night finds in it what to do, or that there is nothing to do.</summary>
public partial class RemedyTests
{
    private static readonly IntOrPercent Four = new(4, false);

    /// <summary>Plans of the real planner that hold, stall or wait.</summary>
    private static IEnumerable<PlannerInput> Troubled()
    {
        var differs = Given.Input(Given.Ids(1, 3), Given.Ids(2, 3));
        foreach (var policy in new[] { ManagementPolicy.Observe, ManagementPolicy.Sync })
            yield return Given.Input(
                Given.Ids(1, 3), Given.Ids(2, 3),
                spec => spec with { ManagementPolicy = policy, Suspend = policy == ManagementPolicy.Sync });
        foreach (var status in new[] { ObservedSession.Deleting, "Modifying" })
            yield return differs with { Observed = Given.Session(Given.Ids(2, 3), status) };
        yield return differs with { Observed = Given.Session(Given.Ids(2, 3), business: "FinancialLocked") };
        yield return differs with { Observed = Given.Session(Given.Ids(1, 3), enabled: false) };
        yield return differs with { Observed = Given.Session(Given.Ids(1, 3), enabled: false), Declared = Given.Declared(Given.Ids(1, 3)) };
        yield return differs with { Observed = null };
        yield return differs with { Owner = new ObjectKey("ids", "older") };
        yield return Given.Input([], Given.Ids(1, 3));
        yield return Given.Input(Given.Ids(1, 2), Given.Ids(3, 2)) with { Memory = SessionMemory.Empty.Refusing(60, Given.Ids(1, 2)) };
        yield return Given.Input(Given.Ids(1, 2), Given.Ids(1, 1)) with { Memory = SessionMemory.Empty.Refusing(60, Given.Id(2)) };
        yield return Given.Input(Given.Ids(1, 1), Given.Ids(1, 10), spec => spec with { Safety = new SafetySpec { MaxRemovals = Four } });
        yield return Given.Input(Given.Ids(1, 1), Given.Ids(1, 10), spec => spec with { Safety = new SafetySpec { MinSources = 5 } });
        yield return differs.Recorded(Given.Operation(OperationVerb.Add, [Given.Id(1)], 5, holder: "other"), Given.Ids(2, 3));
        yield return differs.Recorded(Given.Operation(OperationVerb.Add, [Given.Id(1)], 5, 4), Given.Ids(2, 3), "Modifying");
    }

    [Fact]
    public void Every_plan_that_holds_or_waits_says_what_to_do()
    {
        var decisions = Troubled().Select(input => input.Plan().Decision).ToList();
        Assert.All(decisions, decision => Assert.True(
            decision is Decision.Hold or Decision.Stall or Decision.Wait && Remedy().IsMatch(decision.Message),
            $"{decision.GetType().Name} {decision.Reason}: {decision.Message}"));
        string[] reached =
        [
            Reasons.ObserveOnly, Reasons.Suspended, Reasons.SessionDeleting, Reasons.SessionBusy, Reasons.FinancialLocked,
            Reasons.SessionDisabled, Reasons.SessionNotFound, Reasons.OwnershipConflict, Reasons.EmptySourceList,
            Reasons.WouldEmptySession, Reasons.SourcesRejected, Reasons.MaxRemovalsExceeded, Reasons.MinSourcesReached,
            Reasons.WaitingForOtherProcess, Reasons.WaitingForCloud,
        ];
        Assert.Empty(reached.Except(decisions.Select(decision => decision.Reason)));
    }

    [Fact]
    public void Every_error_of_the_cloud_comes_with_its_remedy()
    {
        var declared = Given.Declared(Given.Ids(1, 1));
        Assert.All(CloudErrorTable.Rules, rule =>
        {
            var code = rule.Code.Text.Replace("*", "X", StringComparison.Ordinal);
            var error = new CloudException("ListTrafficMirrorSessions", code, "why") { HttpStatus = rule.Statuses?.First };
            var text = FailureText.Of("Cannot read the session", error, declared);
            Assert.True(text.EndsWith(CloudRemedy.For(error), StringComparison.Ordinal) && CloudRemedy.For(error).Length > 10, text);
        });
    }

    [Fact]
    public void A_missing_right_is_named_with_the_place_where_it_is_granted()
    {
        var error = new CloudException("AddSourcesToTrafficMirrorSession", "Forbidden.RAM", "no") { HttpStatus = 403 };
        var text = FailureText.Of("Cannot add sources", error, Given.Declared(Given.Ids(1, 1)));
        Assert.Contains("vpc:AddSourcesToTrafficMirrorSession", text, StringComparison.Ordinal);
        Assert.DoesNotContain("RemoveSources", text, StringComparison.Ordinal);
        Assert.Contains("RAM console", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_needs_a_person_is_a_warning_in_the_event_and_in_the_log()
    {
        var rig = new EngineRig(Given.Ids(1, 5), Given.Ids(1, 30));
        rig.Edit(spec => spec with { Safety = new SafetySpec { MaxRemovals = Four } });
        rig.RunUntil(() => rig.Has(ConditionTypes.SafetyHold));
        Assert.Equal(SessionEventType.Warning, rig.Events.Events[^1].Type);
        var line = rig.Log.Lines.Last(line => line.Id == 3004);
        Assert.Equal((LogLevel.Warning, Reasons.MaxRemovalsExceeded), (line.Level, line.Fields["Reason"]));

        rig.Annotate(Annotations.ApprovedPlan, rig.Status.Plan!.Hash);
        rig.RunUntilReady();
        Assert.Equal(LogLevel.Information, rig.Log.Lines.Last(line => line.Id == 3004).Level);
    }

    [GeneratedRegex(
        "nothing to do|by itself|annotation|\\b(set|check|correct|delete|enable|settle|lower|take|ask)\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Remedy();
}
