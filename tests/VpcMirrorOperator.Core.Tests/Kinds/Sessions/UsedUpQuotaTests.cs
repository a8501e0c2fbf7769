using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Emulator.Faults;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Settings;
using VpcMirrorOperator.Engine.Decisions;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions;

/// <summary>
/// A full session, a full target and a used-up interface in an account on its first day: told apart, whatever the code, and the other
/// sources go on (rule 8).
/// </summary>
public class UsedUpQuotaTests
{
    /// <summary>One that looks like a quota, one that nobody knows, and one that says something else.</summary>
    public static TheoryData<string> Codes =>
        ["QuotaExceeded.Whatever", Unknown, "InvalidParameter.TrafficMirrorSourceIds"];

    private const string Unknown = "OperationDenied.NeverHeardOf";

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_full_session_says_so_and_has_taken_what_it_could(string code)
    {
        var settings = new EmulatorSettings { SessionFullCode = code };
        var rig = new EngineRig(Given.Ids(1, 13), Given.Ids(1, 4), settings);
        rig.RunUntil(() => rig.Ready.Reason == Reasons.SessionFull);
        Assert.Equal(10, rig.Sources.Count());
        Assert.StartsWith("The session is full: it has 10 sources", rig.Ready.Message, StringComparison.Ordinal);
        Assert.True(rig.Has(ConditionTypes.Stalled));
        AssertQuiet(rig);
        rig.Edit(spec => spec with { SourceIds = Given.Ids(1, 10) });
        rig.RunUntilReady();
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_full_target_says_so_although_the_session_is_not_full(string code)
    {
        var settings = new EmulatorSettings { TargetFullCode = code };
        var rig = new EngineRig(Given.Ids(1, 9), [], settings, others: [Other(2, Given.Ids(101, 10)), Other(3, Given.Ids(201, 6))]);
        rig.RunUntil(() => rig.Ready.Reason == Reasons.TargetFull);
        Assert.Equal(4, rig.Sources.Count());
        Assert.StartsWith(
            "The target eni-emulatedtarget is full: it has 20 sources in 3 sessions", rig.Ready.Message, StringComparison.Ordinal);
        AssertQuiet(rig);
        rig.Edit(spec => spec with { SourceIds = [.. Given.Ids(1, 3), Given.Id(9)] });
        rig.RunUntilReady();
    }

    [Theory]
    [InlineData("QuotaExceeded.Whatever", 200)]
    [InlineData(Unknown, 200)]
    [InlineData("QuotaExceeded.Whatever", 500)]
    [InlineData(Unknown, 500)]
    public void Large_targets_are_full_later(string code, int limit)
    {
        var settings = new EmulatorSettings { MaxSourcesPerSession = 600, MaxSourcesPerSmallTarget = limit, TargetFullCode = code };
        var type = limit == 500 ? "SLB" : "NetworkInterface";
        var rig = new EngineRig(
            Given.Ids(1, 9), [], settings, others: [Other(2, Given.Ids(1001, limit - 4)) with { TargetType = type }], targetType: type);
        rig.RunUntil(() => rig.Ready.Reason == Reasons.TargetFull);
        Assert.Equal(4, rig.Sources.Count());
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_used_up_interface_is_named_and_all_others_are_mirrored(string code)
    {
        var settings = new EmulatorSettings { InterfaceFullCode = code };
        var used = Given.Ids(3, 2);
        var rig = new EngineRig(
            Given.Ids(1, 8), [], settings,
            others: [.. Enumerable.Range(2, 3).Select(i => Other(i, used) with { TargetId = "eni-othersensor" })]);
        rig.RunUntil(() => rig.Ready.Reason == Reasons.InterfaceFull);
        Assert.Equal(Given.Ids(1, 8).Except(used), rig.Sources);
        Assert.StartsWith(
            "eni-0003 is a source of 3 sessions already (tms-other2, tms-other3, tms-other4)", rig.Ready.Message, StringComparison.Ordinal);
        Assert.Equal(used, rig.Status.RejectedSources.Select(source => source.Id));
        Assert.InRange(rig.Writes.Length, 5, 20);
        AssertQuiet(rig);
        rig.Edit(spec => spec with { SourceIds = [.. Given.Ids(1, 8).Except(used)] });
        rig.RunUntilReady();
    }

    [Fact]
    public void A_full_session_whose_list_has_others_to_remove_makes_room()
    {
        var rig = new EngineRig(Given.Ids(8, 8), Given.Ids(1, 10), new EmulatorSettings { SessionFullCode = Unknown });
        rig.RunUntilReady();
        Assert.Equal(Given.Ids(8, 8), rig.Sources);
    }

    /// <summary>The target of the session among its sources, for one.</summary>
    [Fact]
    public void A_source_that_is_refused_with_an_unknown_code_does_not_keep_the_others_out()
    {
        var rig = new EngineRig(Given.Ids(1, 8), [], new EmulatorSettings());
        foreach (var bad in (string[])[Given.Id(1), Given.Id(2), Given.Id(3)])
            rig.Cloud.Faults.Add(new FaultRule
            {
                Kind = FaultKind.Error, Status = 400, Code = "NeverHeardOf", Action = "AddSourcesToTrafficMirrorSession",
                NetworkInterface = bad,
            });
        rig.RunUntil(() => rig.Ready.Reason == Reasons.SourcesRejected);
        Assert.Equal(Given.Ids(4, 5), rig.Sources);
    }

    [Fact]
    public void A_refusal_of_everything_with_an_unknown_code_is_told_and_goes_on_when_it_ends()
    {
        var rig = new EngineRig(Given.Ids(1, 8), []);
        rig.Cloud.Faults.Add(new FaultRule
        {
            Kind = FaultKind.Error, Status = 400, Code = "NeverHeardOf", Action = "AddSourcesToTrafficMirrorSession",
        });
        rig.RunUntil(() => rig.Ready.Reason == Reasons.CloudRefused);
        Assert.Equal(4, rig.Writes.Length);
        rig.Cloud.Faults.Clear();
        rig.RunUntilReady();
    }

    /// <summary>A quota that is below every documented one is told by nothing but the answers.</summary>
    [Fact]
    public void Two_sources_that_meet_a_quota_of_their_own_do_not_keep_the_others_out_for_ever()
    {
        var rig = new EngineRig(Given.Ids(1, 8), []);
        foreach (var bad in Given.Ids(1, 3))
            rig.Cloud.Faults.Add(new FaultRule
            {
                Kind = FaultKind.Error, Status = 400, Code = "QuotaExceeded.Whatever", NetworkInterface = bad,
                Action = "AddSourcesToTrafficMirrorSession",
            });
        rig.RunFor(TimeSpan.FromHours(1));
        Assert.Equal(Given.Ids(4, 5), rig.Sources);
    }

    [Fact]
    public void Lists_that_cannot_be_read_leave_the_answers_of_the_cloud_to_decide()
    {
        var rig = new EngineRig(Given.Ids(1, 8), [], new EmulatorSettings { MaxSourcesPerSession = 6 });
        rig.RunUntil(() => rig.Ready.Reason == Reasons.QuotaExceeded);
        Assert.Equal(Given.Ids(1, 6), rig.Sources);
    }

    /// <summary>At a quota, two single adds and a look at two lists for each of these, every ten minutes.</summary>
    private static void AssertQuiet(EngineRig rig)
    {
        var (writes, calls) = (rig.Writes.Length, rig.Calls.Count());
        rig.RunFor(TimeSpan.FromHours(1));
        Assert.InRange(rig.Writes.Length - writes, 2, 14);
        Assert.InRange(rig.Calls.Count() - calls, 10, 80);
    }

    private static SessionSeed Other(int priority, IEnumerable<string> sources) => new()
    {
        Id = $"tms-other{priority}", Priority = priority, Sources = [.. sources],
    };
}
