using VpcMirrorOperator.Commands.Cluster;

namespace VpcMirrorOperator.Tests.Commands.Cluster;

public class ObjectNameTests
{
    [Theory]
    [InlineData("web", "TrafficMirrorSession", "web")]
    [InlineData("tms/web", "TrafficMirrorSession", "web")]
    [InlineData("trafficmirrorsessions.vpcmirror.io/web.tier", "TrafficMirrorSession", "web.tier")]
    [InlineData("tmf/web", "TrafficMirrorFilter", "web")]
    [InlineData("TrafficMirrorFilter/web", "TrafficMirrorFilter", "web")]
    [InlineData("trafficmirrorfilters/web", "TrafficMirrorFilter", "web")]
    public void An_object_is_named_as_kubectl_names_it(string text, string kind, string name) =>
        Assert.Equal(new ObjectName(kind, name), ObjectName.Parse(text));

    [Theory]
    [InlineData("pod/web")]
    [InlineData("tmf/")]
    [InlineData("/web")]
    [InlineData("Web")]
    [InlineData("tmf/a/b")]
    public void What_is_no_name_is_refused(string text) => Assert.Null(ObjectName.Parse(text));
}
