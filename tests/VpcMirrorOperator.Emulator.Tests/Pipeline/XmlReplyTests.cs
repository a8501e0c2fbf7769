using System.Text;
using System.Xml.Linq;

namespace VpcMirrorOperator.Emulator.Tests.Pipeline;

public class XmlReplyTests
{
    private const string ListAction = "ListTrafficMirrorSessions";
    private readonly Stage _stage = new();

    [Fact]
    public void A_V1_success_without_Format_is_XML_with_the_fields_of_the_JSON_reply()
    {
        var (type, xml) = Xml(Caller.Main.GetV1(_stage, ListAction, null, ("TrafficMirrorSessionIds.1", "tms-a")));
        Assert.Equal(("text/xml;charset=utf-8", "ListTrafficMirrorSessionsResponse"), (type, xml.Name.LocalName));
        Assert.Equal(["RequestId", "TotalCount", "TrafficMirrorSessions"], xml.Elements().Select(e => e.Name.LocalName));
        Assert.Equal("1", xml.Element("TotalCount")!.Value);
        var session = xml.Element("TrafficMirrorSessions")!;
        string[] fields = ["TrafficMirrorSessionId", "Enabled", "PacketLength"];
        Assert.Equal(["tms-a", "true", "1500"], fields.Select(field => Text(session, field)));
    }

    [Fact]
    public void A_list_is_one_element_per_item_and_an_empty_list_is_none()
    {
        var (_, xml) = Xml(Caller.Main.GetV1(_stage, ListAction, null));
        var sessions = xml.Elements("TrafficMirrorSessions").ToList();
        Assert.Equal(["tms-a", "tms-b"], sessions.Select(s => Text(s, "TrafficMirrorSessionId")));
        Assert.Equal(["eni-1", "eni-2"], sessions[0].Elements("TrafficMirrorSourceIds").Select(e => e.Value));
        Assert.Empty(sessions[0].Elements("Tags"));
        Assert.Equal(("team", "ids"), (Text(sessions[1].Element("Tags")!, "Key"), Text(sessions[1].Element("Tags")!, "Value")));
    }

    [Fact]
    public void A_write_answers_its_request_id_in_XML()
    {
        var request = Caller.Main.GetV1(_stage, "AddSourcesToTrafficMirrorSession", null,
            ("TrafficMirrorSessionId", Stage.Session), ("TrafficMirrorSourceIds.1", "eni-9"));
        var (_, xml) = Xml(request);
        Assert.Equal("AddSourcesToTrafficMirrorSessionResponse", xml.Name.LocalName);
        Assert.Equal(_stage.Emulator.Snapshot().Calls[^1].RequestId, Assert.Single(xml.Elements()).Value);
    }

    [Fact]
    public void A_V1_error_without_Format_is_XML()
    {
        var (type, xml) = Xml(Caller.Main.GetV1(_stage, ListAction, null, ("MaxResults", "0")));
        Assert.Equal(("text/xml;charset=utf-8", "Error"), (type, xml.Name.LocalName));
        Assert.Equal(["RequestId", "HostId", "Code", "Message", "Recommend"], xml.Elements().Select(e => e.Name.LocalName));
        Assert.Equal("IllegalParam.MaxResults", Text(xml, "Code"));
    }

    [Theory]
    [InlineData("JSON", "application/json;charset=utf-8")]
    [InlineData("json", "application/json;charset=utf-8")]
    [InlineData("XML", "text/xml;charset=utf-8")]
    public void Format_decides_in_success_and_in_error(string format, string type)
    {
        Assert.Equal(type, Type(Caller.Main.GetV1(_stage, ListAction, format)));
        Assert.Equal(type, Type(Caller.Main.GetV1(_stage, ListAction, format, ("MaxResults", "0"))));
    }

    [Fact]
    public void An_ACS3_request_is_answered_in_JSON()
    {
        Assert.Equal("application/json;charset=utf-8", _stage.List().Header("Content-Type"));
        Assert.Equal("application/json;charset=utf-8", _stage.List(("MaxResults", "0")).Header("Content-Type"));
    }

    [Fact]
    public void Text_that_XML_cannot_hold_does_not_break_the_reply()
    {
        var session = new SessionSeed { Id = "tms-odd", Name = "a\u0001<b>&\U0001F600" };
        Assert.Equal("OK", _stage.Emulator.ForeignCreate("main", Stage.Region, session));
        var (_, xml) = Xml(Caller.Main.GetV1(_stage, ListAction, null, ("TrafficMirrorSessionIds.1", "tms-odd")));
        Assert.Equal("a\uFFFD<b>&\U0001F600", Text(xml.Element("TrafficMirrorSessions")!, "TrafficMirrorSessionName"));
    }

    private static string Text(XElement parent, string name) => parent.Element(name)!.Value;

    private string? Type(EmulatorRequest request) => _stage.Send(request).Header("Content-Type");

    private (string? Type, XElement Xml) Xml(EmulatorRequest request)
    {
        var answer = _stage.Send(request);
        return (answer.Header("Content-Type"), XDocument.Parse(Encoding.UTF8.GetString(answer.Raw.Body.Span)).Root!);
    }
}
