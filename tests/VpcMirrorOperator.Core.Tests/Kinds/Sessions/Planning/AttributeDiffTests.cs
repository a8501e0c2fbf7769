using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Kinds.Sessions.Planning;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;

/// <summary>What differs from spec.session, and what is said of it (rules S8 to S10).</summary>
public class AttributeDiffTests
{
    private static readonly SessionDeclaration Declared = new()
    {
        Target = new SessionTarget { Type = "NetworkInterface", Id = "eni-t" }, FilterId = "tmf-1", Priority = 7,
    };

    private static readonly SessionState State = new()
    {
        Status = ObservedSession.Created, BusinessStatus = ObservedSession.Normal, Enabled = true, TargetId = "eni-t",
        TargetType = "NetworkInterface", FilterId = "tmf-1", Priority = 7,
    };

    [Fact]
    public void Rule_11_What_an_answer_does_not_show_is_not_known_to_differ()
    {
        Assert.Empty(Diff(State with { FilterId = null, Priority = null, TargetId = null, TargetType = null }).Changes);
        Assert.Empty(Diff(State with { TargetType = null }).Changes);
        Assert.Equal(["target"], Diff(State with { TargetId = "eni-o", TargetType = null }).Changes.Select(change => change.Attribute));
    }

    [Fact]
    public void S10_What_changes_while_the_account_is_locked_is_not_announced_as_changed()
    {
        var declared = Given.Declared(Given.Ids(1, 2), spec => spec with { Session = new() { Enabled = true } });
        declared = declared with { Status = new() { Session = State } };
        Assert.Equal(["enabled"], ChangedIn(ObservedSession.Normal));
        Assert.Empty(ChangedIn("FinancialLocked"));

        IEnumerable<string> ChangedIn(string business)
        {
            var session = Given.Session(Given.Ids(1, 2), business: business, enabled: false);
            return Given.Input(declared, session).Plan().Facts!.ChangedAttributes.Select(change => change.Attribute);
        }
    }

    private static AttributeDiff Diff(SessionState state) => AttributeDiff.Of(Declared, ObservedSession.From(state, Given.Ids(1, 1)));
}
