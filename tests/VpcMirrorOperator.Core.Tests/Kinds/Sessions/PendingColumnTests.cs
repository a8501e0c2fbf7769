using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kinds.Sessions.Planning;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions;

public class PendingColumnTests
{
    [Theory]
    [InlineData(0, 0, "0")]
    [InlineData(3, 0, "+3")]
    [InlineData(0, 12, "-12")]
    [InlineData(3, 1, "+3 -1")]
    public void Additions_and_removals_still_to_do_are_one_short_text(int add, int remove, string pending)
    {
        var kept = Given.Ids(0, 20);
        var input = Given.Input([.. kept, .. Given.Ids(100, add)], [.. kept, .. Given.Ids(200, remove)]);

        Assert.Equal(pending, Pending(input));
    }

    [Fact]
    public void Nothing_is_said_of_a_session_that_the_cloud_does_not_list() =>
        Assert.Null(Pending(Given.Input(Given.Declared(Given.Ids(0, 3)), session: null)));

    private static string? Pending(PlannerInput input) => SessionStatusBuilder
        .AfterLook(input.Declared, input.Plan(), input.Observed, input.Memory, input.Now).Sources?.Pending;
}
