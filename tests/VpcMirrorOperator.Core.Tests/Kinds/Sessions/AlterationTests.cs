using System.Text;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Emulator.Sessions;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions;

/// <summary>
/// Rule S9: a session whose target or filter somebody changed mirrors something else, however right its list of sources is.
/// </summary>
public class AlterationTests
{
    private const string Filter = "tmf-emulatedfilter", Target = "eni-emulatedtarget";

    [Theory]
    [InlineData(Filter, "tmf-blind", "filter from tmf-emulatedfilter to tmf-blind")]
    [InlineData(Target, "eni-elsewhere", "target from NetworkInterface/eni-emulatedtarget to NetworkInterface/eni-elsewhere")]
    [InlineData("\"NetworkInterface\"", "\"SLB\"", "target from NetworkInterface/eni-emulatedtarget to SLB/eni-emulatedtarget")]
    public void Another_target_or_filter_is_not_Ready_until_the_old_one_is_back(string was, string now, string told)
    {
        var (rig, cloud) = Synced();
        cloud.Change = (was, now);
        rig.RunUntil(() => rig.Ready.Reason == Reasons.SessionAltered);

        Assert.Equal((ConditionStatus.False, true), (rig.Ready.Status, rig.Has(ConditionTypes.Stalled)));
        Assert.Contains(told, rig.Ready.Message, StringComparison.Ordinal);
        Assert.Contains($"{Annotations.AcceptedSession}: \"{rig.Status.Alteration!.Hash}\"", rig.Ready.Message, StringComparison.Ordinal);
        var warning = Assert.Single(rig.Events.Events, e => e.Reason == Reasons.SessionAltered);
        Assert.Equal(SessionEventType.Warning, warning.Type);
        rig.Reconciler = rig.Process("successor");
        rig.RunFor(TimeSpan.FromHours(1));
        Assert.Equal(Reasons.SessionAltered, rig.Ready.Reason);

        cloud.Change = default;
        rig.RunUntilReady();
        Assert.Null(rig.Status.Alteration);
        Assert.Empty(rig.Writes);
    }

    [Fact]
    public void S10_What_changed_while_the_account_was_locked_is_judged_afterwards()
    {
        var (rig, cloud) = Synced();
        rig.Cloud.SetBusinessStatus(EngineRig.Account, Given.Region, Given.SessionId, BusinessStatus.FinancialLocked);
        rig.RunUntil(() => rig.Ready.Reason == Reasons.FinancialLocked);
        cloud.Change = (Target, "eni-elsewhere");
        rig.RunFor(TimeSpan.FromMinutes(20));
        Assert.Equal(Reasons.FinancialLocked, rig.Ready.Reason);
        Assert.Null(rig.Status.Alteration);

        rig.Cloud.SetBusinessStatus(EngineRig.Account, Given.Region, Given.SessionId, BusinessStatus.Normal);
        rig.RunUntil(() => rig.Ready.Reason == Reasons.SessionAltered);
        Assert.Contains("from NetworkInterface/eni-emulatedtarget to", rig.Ready.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alteration_that_is_accepted_is_how_the_session_is_from_then_on()
    {
        var (rig, cloud) = Synced();
        cloud.Change = (Filter, "tmf-new");
        rig.RunUntil(() => rig.Ready.Reason == Reasons.SessionAltered);
        rig.Annotate(Annotations.AcceptedSession, "0123456789abcdef");
        rig.RunFor(TimeSpan.FromMinutes(10));
        Assert.Equal(Reasons.SessionAltered, rig.Ready.Reason);
        rig.Annotate(Annotations.AcceptedSession, rig.Status.Alteration!.Hash);
        rig.RunUntilReady();
        Assert.Contains(rig.Events.Events, e => e is { Reason: Reasons.SessionAccepted, Type: SessionEventType.Normal });

        cloud.Change = default;
        rig.RunUntil(() => rig.Ready.Reason == Reasons.SessionAltered);
        Assert.Contains("filter from tmf-new to tmf-emulatedfilter", rig.Ready.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_alteration_at_another_time_has_to_be_accepted_again()
    {
        var (rig, cloud) = Synced();
        cloud.Change = (Filter, "tmf-new");
        rig.RunUntil(() => rig.Ready.Reason == Reasons.SessionAltered);
        var first = rig.Status.Alteration!.Hash;
        cloud.Change = default;
        rig.RunUntilReady();
        rig.Annotate(Annotations.AcceptedSession, first);
        cloud.Change = (Filter, "tmf-new");
        rig.RunUntil(() => rig.Ready.Reason == Reasons.SessionAltered);
        Assert.NotEqual(first, rig.Status.Alteration!.Hash);
    }

    [Fact]
    public void Sources_are_kept_as_declared_meanwhile()
    {
        var (rig, cloud) = Synced();
        cloud.Change = (Filter, "tmf-new");
        rig.RunUntil(() => rig.Ready.Reason == Reasons.SessionAltered);
        rig.Edit(spec => spec with { SourceIds = Given.Ids(1, 3) });
        rig.RunUntil(() => rig.Sources.Count() == 3);
        rig.RunUntil(() => rig.Ready.Reason == Reasons.SessionAltered);
    }

    [Fact]
    public void Other_attributes_are_drift_of_a_session_that_is_Ready()
    {
        var (rig, cloud) = Synced();
        cloud.Change = ("\"Priority\":1,", "\"Priority\":7,");
        rig.RunUntil(() => rig.Has(ConditionTypes.DriftDetected));
        Assert.Equal(ConditionStatus.True, rig.Ready.Status);
        var drift = Conditions.Find(rig.Status.Conditions, ConditionTypes.DriftDetected)!;
        Assert.Equal(Reasons.AttributesChanged, drift.Reason);
        Assert.Contains("priority from 1 to 7", drift.Message, StringComparison.Ordinal);
        Assert.Single(rig.Events.Reasons, Reasons.AttributesChanged);
        cloud.Change = default;
        rig.RunUntil(() => !rig.Has(ConditionTypes.DriftDetected));
    }

    [Fact]
    public void An_attribute_that_an_answer_leaves_out_has_not_changed()
    {
        var (rig, cloud) = Synced();
        var before = rig.Status.Session;
        cloud.Change = ("\"TrafficMirrorFilterId\"", "\"Unknown\"");
        rig.RunFor(TimeSpan.FromMinutes(30));
        Assert.Equal((ConditionStatus.True, before), (rig.Ready.Status, rig.Status.Session));
        cloud.Change = (Filter, "tmf-new");
        rig.RunUntil(() => rig.Ready.Reason == Reasons.SessionAltered);
    }

    private static (EngineRig Rig, EditedReplies Cloud) Synced()
    {
        EditedReplies? replies = null;
        var rig = new EngineRig(Given.Ids(1, 2), Given.Ids(1, 2), wrap: cloud => replies = new EditedReplies(cloud, replies));
        rig.RunUntilReady();
        return (rig, replies!);
    }

    /// <summary>A cloud in which somebody changed a session: one text of its answers is another.</summary>
    internal sealed class EditedReplies(HttpMessageHandler cloud, EditedReplies? shared) : DelegatingHandler(cloud)
    {
        private readonly EditedReplies? _shared = shared;
        private (string Was, string Is) _change;

        /// <summary>Every process of the rig has a handler of its own, and all see the same cloud.</summary>
        public (string Was, string Is) Change
        {
            get => _shared?.Change ?? _change;
            set
            {
                if (_shared is null) _change = value;
                else _shared.Change = value;
            }
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (Change.Was is null) return response;
            var body = await response.Content.ReadAsStringAsync(cancellationToken);
            response.Content = new ByteArrayContent(
                Encoding.UTF8.GetBytes(body.Replace(Change.Was, Change.Is, StringComparison.Ordinal)));
            return response;
        }
    }
}
