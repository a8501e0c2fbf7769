using VpcMirrorOperator.Engine.Status;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Engine.Status;

public class RepeatedMessageTests
{
    private const int Workers = 4;
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

    [Fact]
    public void Workers_that_meet_the_same_cause_at_the_same_moment_tell_it_in_full_once()
    {
        for (var round = 0; round < 2_000; round++)
        {
            var cause = Long + round;
            using var start = new Barrier(Workers);
            var told = new string[Workers];
            var threads = Enumerable.Range(0, Workers).Select(worker => new Thread(() =>
            {
                start.SignalAndWait();
                told[worker] = Told($"object-{worker}", cause);
            })).ToArray();
            foreach (var thread in threads) thread.Start();
            foreach (var thread in threads) thread.Join();
            Assert.Single(told, cause);
        }
    }

    private string Told(string name, string message) => _messages.Shorten(new ObjectKey("ns", name), message);
}
