using VpcMirrorOperator.Engine.Status;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Engine.Status;

public class RepeatedMessageTests
{
    private static readonly string Long = new('x', RepeatedMessage.MaxRepeated + 1);
    private readonly RepeatedMessage _messages = new();

    [Fact]
    public void A_long_message_is_told_in_full_of_one_object_and_by_its_name_of_the_others()
    {
        Assert.Equal(Long, Told("a", Long));
        Assert.Equal("the same as for ns/a; its line says it in full.", Told("b", Long));
        Assert.Equal(Long, Told("a", Long));
    }

    [Fact]
    public void Another_message_is_told_in_full_and_so_is_a_short_one()
    {
        Told("a", Long);
        Assert.Equal(Long + "y", Told("b", Long + "y"));
        Assert.Equal("short", Told("c", "short"));
        Assert.Equal("short", Told("d", "short"));
    }

    private string Told(string name, string message) => _messages.Shorten(new ObjectKey("ns", name), message);
}
