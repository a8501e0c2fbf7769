using VpcMirrorOperator.Emulator.Interfaces;

namespace VpcMirrorOperator.Emulator.Tests.Interfaces;

/// <summary>What declared interfaces mean for the sources of sessions.</summary>
public class SourceCheckTests
{
    private const string Declared =
        "[{ id: eni-used, instanceId: i-1 }, { id: eni-free }, { id: eni-managed, instanceId: i-2, serviceManaged: true },"
        + " { id: eni-member, type: Member, instanceId: i-1 }]";

    [Theory]
    [InlineData("eni-used", "OK")]
    [InlineData("eni-member", "OK")]
    [InlineData("eni-free", "IncorrectStatus.NetworkInterface")]
    [InlineData("eni-managed", "OperationDenied.NetworkInterface")]
    [InlineData("eni-unheard", "ResourceNotFound.NetworkInterface")]
    public void A_source_must_exist_be_in_use_and_be_ours(string id, string code) =>
        Assert.Equal(code, new EniStage(Declared).Add(id).Code);

    [Fact]
    public void What_no_page_says_is_a_setting()
    {
        Assert.Equal("OK", new EniStage(Declared, "sourceMustBeInUse: false").Add("eni-free").Code);
        Assert.Equal("My.Code", new EniStage(Declared, "interfaceNotInUseCode: My.Code").Add("eni-free").Code);
        Assert.Equal("My.Code", new EniStage(Declared, "interfaceRefusedCode: My.Code").Add("eni-managed").Code);
        Assert.Equal("OperationDenied.NetworkInterface", new EniStage(Declared, "membersRefused: true").Add("eni-member").Code);
    }

    [Fact]
    public void A_source_that_was_detached_can_be_removed_but_not_added()
    {
        var stage = new EniStage(Declared, sources: "[eni-used]");
        stage.Churn(new() { Verb = InterfaceVerb.Detach, Id = "eni-used" });
        stage.Pass(2);
        Assert.Equal("OK", stage.Remove("eni-used").Code);
        stage.Pass(3);
        Assert.Empty(stage.Sources);
        Assert.Equal("IncorrectStatus.NetworkInterface", stage.Add("eni-used").Code);
    }

    [Theory]
    [InlineData("eni-free", "OK")]
    [InlineData("eni-managed", "OperationDenied.NetworkInterface")]
    [InlineData("eni-unheard", "ResourceNotFound.NetworkInterface")]
    public void A_target_must_exist_and_be_ours(string target, string code)
    {
        var stage = new EniStage(Declared, more: "filters: [{ id: tmf-a }]");
        Assert.Equal(code, stage.Send(
            "CreateTrafficMirrorSession", "2016-04-28", ("RegionId", EniStage.Region), ("TrafficMirrorFilterId", "tmf-a"),
            ("TrafficMirrorTargetId", target), ("TrafficMirrorTargetType", "NetworkInterface"), ("Priority", "9"),
            ("TrafficMirrorSourceIds.1", "eni-used")).Code);
    }

    [Fact]
    public void A_vanished_interface_is_gone_from_ECS_too()
    {
        var stage = new EniStage(Declared);
        stage.Emulator.DeleteNetworkInterface("eni-used");
        Assert.Null(stage.StatusOf("eni-used"));
        Assert.Equal("ResourceNotFound.NetworkInterface", stage.Add("eni-used").Code);
    }

    [Fact]
    public void Where_none_are_declared_every_well_formed_id_exists_as_before()
    {
        var stage = new Stage();
        Assert.Equal("OK", stage.Add("eni-anything").Code);
        var request = Caller.Main.Sign("DescribeNetworkInterfaces", stage.Time.GetUtcNow(), stage.Nonce(), [("RegionId", Stage.Region)],
            version: EniStage.EcsVersion);
        Assert.Empty(EniStage.IdsOf(stage.Send(request)));
    }
}
