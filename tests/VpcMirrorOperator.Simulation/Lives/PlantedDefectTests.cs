using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Simulation.Lives;

/// <summary>Each rule of the simulation notices the defect that it is there for.</summary>
public class PlantedDefectTests
{
    private static readonly ObjectKey A = new(LifeWorld.OwnNamespace, "a");

    [Fact]
    public void Two_sessions_for_one_object()
    {
        var culprit = new Culprit(LifeProfile.One);
        var said = culprit.Says(async () =>
        {
            await culprit.CreateAsync(culprit.Session("a"));
            await culprit.CreateAsync(culprit.Session("a"));
        });
        Assert.True(said.Contains("default/a has tms-", StringComparison.Ordinal), said);
    }

    [Fact]
    public void Two_sessions_in_two_lives_of_one_name()
    {
        var culprit = new Culprit(LifeProfile.One);
        var said = culprit.Says(async () =>
        {
            var declared = culprit.Session("a");
            await culprit.CreateAsync(declared);
            culprit.World.Sessions.Delete(A);
            var fresh = new ObjectMeta { Name = "a", Namespace = A.Namespace };
            culprit.World.Sessions.Declare(declared with { Metadata = fresh, Status = null });
            await culprit.CreateAsync(culprit.Session("a"));
        });
        Assert.True(said.Contains("default/a has tms-", StringComparison.Ordinal), said);
    }

    [Fact]
    public void A_Delete_of_somebody_elses_session() => Assert.Contains(
        "deletes tms-other, which is not its own", Deletes("tms-other"), StringComparison.Ordinal);

    [Fact]
    public void A_Delete_of_what_another_object_names()
    {
        var culprit = new Culprit(LifeProfile.One);
        var said = culprit.Says(async () =>
        {
            var id = await culprit.CreateAsync(culprit.Session("a"));
            culprit.World.Sessions.Declare(
                new LifeMaker(new Random(1)).Adopted("claimant", null, id));
            await culprit.Wait(30);
            culprit.Record(Deleted(culprit), OperationVerb.Delete, id);
        });
        Assert.Contains("which default/claimant names by id", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Delete_by_an_object_that_lives()
    {
        var culprit = new Culprit(LifeProfile.One);
        var said = culprit.Says(async () =>
        {
            var id = await culprit.CreateAsync(culprit.Session("a"));
            culprit.Record(culprit.Session("a"), OperationVerb.Delete, id);
        });
        Assert.Contains("and lives", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Delete_during_an_uninstall()
    {
        var culprit = new Culprit(LifeProfile.Uninstall);
        var said = culprit.Says(async () =>
        {
            culprit.World.DefinitionsGoneAt = culprit.World.Loop.Time.Elapsed;
            await culprit.Wait(30);
            culprit.Record(Deleted(culprit), OperationVerb.Delete, "tms-any");
        });
        Assert.Contains("during an uninstall", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_write_to_a_session_that_is_not_its_own()
    {
        var culprit = new Culprit(LifeProfile.One);
        var said = culprit.Says(() => UpdateAsync(culprit, "tms-other"));
        Assert.Contains("writes tms-other", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_write_that_was_not_recorded()
    {
        var culprit = new Culprit(LifeProfile.One);
        var said = culprit.Says(() => culprit.CallAsync(Update("tms-other", "token")));
        Assert.Contains("without a stored intent", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_write_that_is_late()
    {
        var culprit = new Culprit(LifeProfile.Adopt);
        var said = culprit.Says(async () =>
        {
            var operation = culprit.Record(culprit.Session("ad"), OperationVerb.Tag, LifeCloud.SessionId);
            await culprit.Wait(30);
            await culprit.CallAsync(Update(LifeCloud.SessionId, operation.ClientToken));
        });
        Assert.Contains("late", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_writes_of_one_object_at_once()
    {
        var culprit = new Culprit(LifeProfile.Adopt);
        var said = culprit.Says(async () =>
        {
            var first = culprit.Record(culprit.Session("ad"), OperationVerb.Tag, LifeCloud.SessionId);
            var second = culprit.Record(culprit.Session("ad"), OperationVerb.Tag, LifeCloud.SessionId);
            await Task.WhenAll(
                culprit.CallAsync(Update(LifeCloud.SessionId, first.ClientToken)),
                culprit.CallAsync(Update(LifeCloud.SessionId, second.ClientToken)));
        });
        Assert.Contains("is on its way", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wanted_rule_that_is_deleted()
    {
        var culprit = new Culprit(LifeProfile.Rules);
        var said = culprit.Says(async () =>
        {
            await culprit.Wait(100);
            var operation = culprit.Record(culprit.Filter("known"), OperationVerb.DeleteRules, LifeCloud.FilterId);
            await culprit.CallAsync(new DeleteTrafficMirrorFilterRulesRequest
            {
                RegionId = LifeCloud.Region, TrafficMirrorFilterId = LifeCloud.FilterId, ClientToken = operation.ClientToken,
                TrafficMirrorFilterRuleIds = ["tmr-there2"],
            });
            await culprit.Wait(60);
        });
        Assert.Contains("default/known lost a rule that is wanted: Ingress accept ALL 0.0.0.0/0", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_filter_that_is_deleted_while_it_is_used()
    {
        var culprit = new Culprit(LifeProfile.Filter);
        var said = culprit.Says(async () =>
        {
            await culprit.Wait(100);
            culprit.World.Filters.WriteFinalizers(culprit.Filter("f"), ["x"]);
            culprit.World.Filters.Delete(culprit.Filter("f").Key());
            culprit.Record(culprit.Filter("f"), OperationVerb.Delete, LifeCloud.FilterId);
        });
        Assert.Contains("which tms-other, tms-there uses", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_that_vanished_in_arrears_and_is_made_again()
    {
        var culprit = new Culprit(LifeProfile.Arrears);
        var said = culprit.Says(async () =>
        {
            var declared = culprit.Session("a");
            culprit.World.Sessions.WriteStatus(declared, new TrafficMirrorSessionStatus
            {
                TrafficMirrorSessionId = "tms-gone", Session = new SessionState { Status = "Created", BusinessStatus = "FinancialLocked" },
            });
            await culprit.CreateAsync(culprit.Session("a"));
        });
        Assert.Contains("which vanished while it was locked", said, StringComparison.Ordinal);
    }

    [Fact]
    public void An_orphan()
    {
        var culprit = new Culprit(LifeProfile.One);
        culprit.Run(() => culprit.CreateAsync(culprit.Session("a")));
        culprit.Say(culprit.Session("a"), Reasons.NoSources, ready: false, id: null);
        Assert.Contains("is an orphan", LifeVerdict.Missing(culprit.World)!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_that_a_deletion_leaves()
    {
        // A seed whose object says Delete.
        var culprit = new Culprit(LifeProfile.Whole);
        culprit.Run(() => culprit.CreateAsync(culprit.Session("a")));
        culprit.World.Sessions.WriteFinalizers(culprit.Session("a"), ["x"]);
        culprit.World.Sessions.Delete(A);
        culprit.World.Sessions.WriteFinalizers(culprit.Session("a"), []);
        Assert.Contains("was deleted under Delete and left tms-", LifeVerdict.Missing(culprit.World)!, StringComparison.Ordinal);
    }

    [Fact]
    public void An_account_that_is_not_as_before()
    {
        var culprit = new Culprit(LifeProfile.Whole);
        foreach (var session in culprit.World.Sessions.Objects.ToList()) culprit.World.Sessions.Delete(session.Key());
        foreach (var filter in culprit.World.Filters.Objects.ToList()) culprit.World.Filters.Delete(filter.Key());
        Assert.Null(LifeVerdict.Missing(culprit.World));
        culprit.World.Cloud.DeleteSession(LifeCloud.Account, LifeCloud.Region, "tms-other");
        Assert.Contains("the account had", LifeVerdict.Missing(culprit.World)!, StringComparison.Ordinal);
    }

    [Fact]
    public void Ready_with_another_target()
    {
        var culprit = new Culprit(LifeProfile.One);
        Assert.Contains("target", Said(culprit, Reasons.Synced, ready: true), StringComparison.Ordinal);
    }

    [Fact]
    public void Attributes_that_wait_for_sources_or_for_a_number()
    {
        var culprit = new Culprit(LifeProfile.One);
        culprit.World.Cloud.ForeignCreate(
            LifeCloud.Account, LifeCloud.Region, new() { Id = "tms-holder", Priority = 10, Sources = [LifeMaker.Id(1)] });
        Assert.Contains("target", Said(culprit, Reasons.PriorityConflict, ready: false), StringComparison.Ordinal);
    }

    /// <summary>What the verdict says of a session whose target differs from what is declared.</summary>
    private static string Said(Culprit culprit, string reason, bool ready)
    {
        var id = "";
        culprit.Run(async () => id = await culprit.CreateAsync(culprit.Session("a")));
        culprit.World.Loop.RunFor(TimeSpan.FromMinutes(1));
        culprit.World.Sessions.EditSpec(A, spec => spec with { Session = spec.Session! with { Target = LifeMaker.Target(2) } });
        culprit.Say(culprit.Session("a"), reason, ready, id);
        return LifeVerdict.Missing(culprit.World)!;
    }

    private static string Deletes(string id)
    {
        var culprit = new Culprit(LifeProfile.One);
        return culprit.Says(async () =>
        {
            var operation = culprit.Record(Deleted(culprit), OperationVerb.Delete, id);
            await culprit.CallAsync(new DeleteTrafficMirrorSessionRequest
            {
                RegionId = LifeCloud.Region, TrafficMirrorSessionId = id, ClientToken = operation.ClientToken,
            });
        });
    }

    /// <summary>The object, deleted and held.</summary>
    private static TrafficMirrorSession Deleted(Culprit culprit)
    {
        culprit.World.Sessions.WriteFinalizers(culprit.Session("a"), ["x"]);
        culprit.World.Sessions.Delete(A);
        return culprit.Session("a");
    }

    private static Task UpdateAsync(Culprit culprit, string id)
    {
        var operation = culprit.Record(culprit.Session("a"), OperationVerb.Add, id);
        return culprit.CallAsync(Update(id, operation.ClientToken));
    }

    private static UpdateTrafficMirrorSessionAttributeRequest Update(string id, string token) => new()
    {
        RegionId = LifeCloud.Region, TrafficMirrorSessionId = id, PacketLength = 700, ClientToken = token,
    };
}
