namespace VpcMirrorOperator.Emulator.Tests.Actions;

/// <summary>The error tables that the documentation of Add and Remove gives: codes and texts, word for word.</summary>
public class DocumentedErrorTests
{
    [Theory]
    [InlineData("IncorrectBusinessStatus.TrafficMirror", "The business status of traffic mirror is incorrect.")]
    [InlineData("OptInRequired.TrafficMirror", "You need to subscribe to the traffic mirror service first.")]
    [InlineData("DuplicatedParam.SourceInstanceIds", "The parameter of source instance IDs contains duplicate values.")]
    [InlineData("ResourceNotFound.TrafficMirrorSession", "The specified resource of traffic mirror session is not found.")]
    [InlineData("IncorrectStatus.TrafficMirrorSession", "The status of traffic mirror session is incorrect.")]
    [InlineData("ResourceNotAssociated.TrafficMirrorSource", "The specified traffic mirror source and session are not associated.")]
    [InlineData("ResourceNotFound.NetworkInterface", "The specified resource of network interface is not found.")]
    [InlineData("ResourceNotFound.EcsInstance", "The specified resource of ECS instance is not found.")]
    public void Every_documented_error_of_Remove_has_its_documented_text(string code, string text)
    {
        var answer = ARemovalRefusedWith(code);
        Assert.Equal((400, code, text), (answer.Status, answer.Code, answer.Message));
    }

    [Fact]
    public void Adding_a_source_again_has_its_documented_text()
    {
        var answer = new Stage().Add("eni-1");
        Assert.Equal("ResourceAlreadyAssociated.TrafficMirrorSource", answer.Code);
        Assert.Equal("The specified traffic mirror source and session are already associated.", answer.Message);
    }

    [Fact]
    public void A_page_token_of_another_call_has_its_documented_text()
    {
        var answer = new Stage().List(("NextToken", "another"));
        Assert.Equal(("IllegalParam.NextToken", "The specified NextToken is invalid."), (answer.Code, answer.Message));
    }

    private static Answer ARemovalRefusedWith(string code)
    {
        var stage = new Stage(extra: "networkInterfacesWithoutInstance: [eni-2]");
        var emulator = stage.Emulator;
        switch (code)
        {
            case "IncorrectBusinessStatus.TrafficMirror":
                emulator.SetBusinessStatus("main", Stage.Region, Stage.Session, BusinessStatus.FinancialLocked);
                break;
            case "OptInRequired.TrafficMirror":
                emulator.SetServiceOpened("main", Stage.Region, false);
                break;
            case "ResourceNotFound.TrafficMirrorSession":
                emulator.DeleteSession("main", Stage.Region, Stage.Session);
                break;
            case "IncorrectStatus.TrafficMirrorSession":
                emulator.SetStatus("main", Stage.Region, Stage.Session, SessionStatus.Modifying);
                break;
            case "ResourceNotFound.NetworkInterface":
                emulator.DeleteNetworkInterface("eni-1");
                break;
        }

        return code switch
        {
            "DuplicatedParam.SourceInstanceIds" => stage.Remove("eni-1", "eni-1"),
            "ResourceNotAssociated.TrafficMirrorSource" => stage.Remove("eni-9"),
            "ResourceNotFound.EcsInstance" => stage.Remove("eni-2"),
            _ => stage.Remove("eni-1"),
        };
    }
}
