using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorSessions;

namespace VpcMirrorOperator.Simulation.Lives;

/// <summary>Chooses the profile of a seed, and declares its objects.</summary>
internal static class LifeProfiles
{
    private static readonly LifeProfile[] All = Enum.GetValues<LifeProfile>();

    /// <summary>The profile of <paramref name="seed"/>, or that of <c>SIM_LIFE</c>, for example <c>SIM_LIFE=Folder</c>.</summary>
    public static LifeProfile Of(int seed) =>
        Enum.TryParse<LifeProfile>(Environment.GetEnvironmentVariable("SIM_LIFE"), out var forced) ? forced : All[seed % All.Length];

    public static void Declare(LifeWorld world, Random random)
    {
        var make = new LifeMaker(random);
        foreach (var filter in FiltersOf(world.Profile, make)) world.Filters.Declare(filter);
        foreach (var session in SessionsOf(world.Profile, make)) world.Sessions.Declare(session);
    }

    private static IEnumerable<TrafficMirrorFilter> FiltersOf(LifeProfile profile, LifeMaker make) => profile switch
    {
        LifeProfile.Filter => [make.Filter("f", null)],
        LifeProfile.Folder or LifeProfile.Share or LifeProfile.Uninstall => [make.Filter("f", null)],
        LifeProfile.Rules => [make.Filter("f", null), make.Filter("known", LifeCloud.FilterId)],
        LifeProfile.Whole => [Deleting(make.Filter("f", null))],
        LifeProfile.Mixed => [make.Filter("f", null), make.Filter("g", null), make.Filter("known", LifeCloud.FilterId)],
        _ => [],
    };

    private static IEnumerable<TrafficMirrorSession> SessionsOf(LifeProfile profile, LifeMaker make) => profile switch
    {
        LifeProfile.Filter => [],
        LifeProfile.Priority => [make.Session("a", 10), make.Session("b", 11)],
        LifeProfile.Altered => [make.Adopted("ad", null)],
        LifeProfile.Adopt => [make.Adopted("ad", make.Part())],
        LifeProfile.Two => [make.Adopted("ad", make.Part()), make.Adopted("ad2", make.Part())],
        LifeProfile.Folder or LifeProfile.Uninstall => [make.Session("a", 10, "f"), make.Session("b", 11, "f")],
        LifeProfile.Rules => [make.Session("a", 10, "f"), make.Session("b", 11)],
        LifeProfile.Whole => [Deleting(make.Session("a", 10, "f")), Deleting(make.Session("b", 11, "f")), make.Adopted("ad", make.Part())],
        LifeProfile.Mixed => [make.Session("a", 10, "f"), make.Session("b", 11, "g"), make.Session("c", 12),
            make.Adopted("ad", make.Part())],
        _ => [make.Session("a", 10)],
    };

    private static TrafficMirrorFilter Deleting(TrafficMirrorFilter one) => one with
    {
        Spec = one.Spec with { DeletionPolicy = FilterDeletionPolicy.Delete, Safety = new FilterSafetySpec { AllowEmpty = true } },
    };

    private static TrafficMirrorSession Deleting(TrafficMirrorSession one) =>
        one with { Spec = one.Spec with { DeletionPolicy = DeletionPolicy.Delete, ManagementPolicy = null } };
}
