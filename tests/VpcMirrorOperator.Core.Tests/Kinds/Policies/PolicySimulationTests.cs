using System.Globalization;
using VpcMirrorOperator.Core.Tests.Kinds.Policies.World;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies;

/// <summary>
/// Rules P6 to P19 over the real packing function, with everything going wrong at random and in any order: what stays selected is never in
/// no session, no quota is exceeded, nothing is leaked, and at rest everything is as declared. <c>POLICY_SEEDS=5000</c> plays more seeds of
/// each profile.
/// </summary>
public class PolicySimulationTests
{
    private static readonly int Seeds =
        int.Parse(Environment.GetEnvironmentVariable("POLICY_SEEDS") ?? "60", CultureInfo.InvariantCulture);

    public static TheoryData<string> OfOne => [.. PolicyProfiles.One.Keys];

    public static TheoryData<string> OfSeveral => [.. PolicyProfiles.Several.Keys];

    [Theory]
    [MemberData(nameof(OfOne))]
    public void One_policy_loses_nothing_and_leaks_nothing(string profile) => Play(profile, isOne: true);

    [Theory]
    [MemberData(nameof(OfSeveral))]
    public void Several_policies_do_not_get_in_each_others_way(string profile) => Play(profile, isOne: false);

    /// <summary>The simulation is worth something only if it sees a rule of the world around packing that is not kept.</summary>
    [Theory]
    [InlineData("child_stays", "ns", true)]
    [InlineData("pol_delpol", "delete", true)]
    [InlineData("orphan_fin", "orphan", true)]
    [InlineData("mode_asked", "modelife", false)]
    [InlineData("stale", "flap", true)]
    public void A_rule_that_is_not_kept_is_found(string rule, string profile, bool isOne)
    {
        var run = new PolicyRun(profile, isOne, isOld: true, rule);
        Assert.Contains(Enumerable.Range(1, 2000), seed => run.Find(seed) is not null);
    }

    private static void Play(string profile, bool isOne)
    {
        foreach (var isOld in new[] { false, true })
        {
            var run = new PolicyRun(profile, isOne, isOld);
            for (var seed = 1; seed <= Seeds; seed++)
                if (run.Play(seed) is { } broken) Assert.Fail(broken);
        }
    }
}
