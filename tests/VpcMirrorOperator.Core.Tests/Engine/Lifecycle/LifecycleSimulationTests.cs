using System.Globalization;
using VpcMirrorOperator.Core.Tests.Engine.Lifecycle.World;

namespace VpcMirrorOperator.Core.Tests.Engine.Lifecycle;

/// <summary>
/// Rules S2 to S5, S10 and S12 over the pure planner, with everything going wrong at random: never two things for one object, never an
/// orphan that a later look does not find, never a delete of what is not ours. <c>LIFECYCLE_SEEDS=20000</c> plays more seeds of each
/// profile.
/// </summary>
public class LifecycleSimulationTests
{
    private static readonly int Seeds =
        int.Parse(Environment.GetEnvironmentVariable("LIFECYCLE_SEEDS") ?? "1500", CultureInfo.InvariantCulture);

    public static TheoryData<string> Profiles => [.. LifecycleProfiles.Names];

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Never_two_never_an_orphan_never_a_foreign_delete(string profile)
    {
        for (var seed = 1; seed <= Seeds; seed++)
            if (LifecycleRun.Play(seed, profile) is { } broken) Assert.Fail(broken);
    }
}
