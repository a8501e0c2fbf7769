using VpcMirrorOperator.Kubernetes.Control;

namespace VpcMirrorOperator.Kubernetes.Tests.Control;

public class OutcomeTests
{
    [Fact]
    public void RequeueAfter_refuses_a_negative_delay() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Outcome.RequeueAfter(TimeSpan.FromTicks(-1)));

    [Fact]
    public void Failed_takes_its_reason_from_the_exception()
    {
        var error = new InvalidDataException("boom");
        Assert.Equal(new Outcome.Failure("boom", error), Outcome.Failed(error));
    }
}
