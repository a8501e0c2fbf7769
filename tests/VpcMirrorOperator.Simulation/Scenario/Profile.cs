namespace VpcMirrorOperator.Simulation.Scenario;

/// <summary>
/// Which trouble a seed has in addition to the usual chaos. Most kinds of trouble need others to become dangerous, so a profile is a set of
/// switches; five of sixteen seeds have none, and stay cheap.
/// </summary>
[Flags]
internal enum Trouble
{
    /// <summary>The usual chaos only.</summary>
    None = 0,

    /// <summary>Writes that arrive after their sender's own time limit, up to the in-flight limit.</summary>
    LateWrites = 1,

    /// <summary>Writes that arrive after the in-flight limit, too.</summary>
    VeryLateWrites = 2,

    /// <summary>Somebody who makes exactly our own pending change, and users who take their edit back.</summary>
    Imitation = 4,

    /// <summary>Owners that go, and rivals that come, while a call is on its way.</summary>
    HandOver = 8,

    /// <summary>Processes that freeze while the connection for a write is being made.</summary>
    FrozenConnect = 16,

    /// <summary>Lists that contradict themselves, or say nothing.</summary>
    DoubtfulLists = 32,

    /// <summary>Two installations that do not see each other's objects.</summary>
    TwoReleases = 64,

    /// <summary>Long times in which no read of the cloud ends with an answer.</summary>
    BlindTimes = 128,

    /// <summary>Two regions, of which one dies for a time, again and again.</summary>
    DeadRegion = 256,
}

/// <summary>Chooses the trouble of a seed.</summary>
internal static class Profile
{
    /// <summary>
    /// The trouble of <paramref name="seed"/>, or that of <c>SIM_PROFILE</c>, for example <c>SIM_PROFILE=LateWrites,HandOver</c>.
    /// </summary>
    public static Trouble Of(int seed) =>
        Enum.TryParse<Trouble>(Environment.GetEnvironmentVariable("SIM_PROFILE"), out var forced) ? forced : (seed % 16) switch
        {
            1 or 9 => Trouble.LateWrites | Trouble.Imitation,
            2 or 10 => Trouble.DeadRegion,
            3 or 11 => Trouble.LateWrites | Trouble.HandOver,
            5 => Trouble.FrozenConnect | Trouble.Imitation,
            6 => Trouble.DeadRegion | Trouble.HandOver,
            7 => Trouble.DoubtfulLists | Trouble.BlindTimes,
            13 => Trouble.TwoReleases | Trouble.LateWrites,
            15 => Trouble.VeryLateWrites | Trouble.Imitation | Trouble.HandOver,
            _ => Trouble.None,
        };
}
