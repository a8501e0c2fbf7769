using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kinds.Policies.Regions;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.Regions;

public class SetAsideTests
{
    private readonly SetAside<int> _numbers = new(TimeSpan.FromHours(1));

    [Fact]
    public void P7_a_refused_number_is_set_aside_for_an_hour_after_the_last_refusal()
    {
        Assert.Empty(_numbers.At(Given.Now));
        _numbers.Add(7, Given.Now);
        _numbers.Add(8, Given.Now.AddMinutes(30));
        Assert.Equal([7, 8], _numbers.At(Given.Now.AddMinutes(59)).Order());
        Assert.Equal([8], _numbers.At(Given.Now.AddMinutes(60)));
        _numbers.Add(8, Given.Now.AddMinutes(80));
        Assert.Equal([8], _numbers.At(Given.Now.AddMinutes(139)));
        Assert.Empty(_numbers.At(Given.Now.AddMinutes(140)));
    }

    [Fact]
    public void What_was_handed_out_does_not_change_later()
    {
        _numbers.Add(7, Given.Now);
        var before = _numbers.At(Given.Now);
        _numbers.Add(8, Given.Now);
        Assert.Equal([7], before);
    }
}
