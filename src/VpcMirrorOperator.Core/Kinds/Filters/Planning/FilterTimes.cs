namespace VpcMirrorOperator.Kinds.Filters.Planning;

/// <summary>Times of the filter planner.</summary>
internal static class FilterTimes
{
    /// <summary>How far apart two reads must be that agree on something final (rule 11).</summary>
    public static readonly TimeSpan ConfirmAfter = TimeSpan.FromSeconds(5);

    /// <summary>The oldest observation on which a write is decided.</summary>
    public static readonly TimeSpan WriteFreshness = TimeSpan.FromSeconds(2);

    /// <summary>The oldest list of a filter's sessions on which a guard is decided.</summary>
    public static readonly TimeSpan UsageFreshness = TimeSpan.FromSeconds(15);

    /// <summary>The pause between observations of a filter that waits for a user.</summary>
    public static readonly TimeSpan StalledPoll = TimeSpan.FromMinutes(1);

    /// <summary>The pause before the first observation of a filter that is being changed.</summary>
    public static readonly TimeSpan BusyPoll = TimeSpan.FromSeconds(2);

    /// <summary>The longest pause between observations of a filter that is being changed.</summary>
    public static readonly TimeSpan MaxBusyPoll = TimeSpan.FromSeconds(15);

    /// <summary>How long a learned quota is believed: quotas can be raised.</summary>
    public static readonly TimeSpan QuotaMemory = TimeSpan.FromMinutes(10);

    /// <summary>How often our changes must be taken back, one time after the other, before the filter counts as contested.</summary>
    public const int ContestAfter = 3;

    /// <summary>The pause before we write to a contested filter; doubles each time, up to <see cref="MaxContestPause"/>.</summary>
    public static readonly TimeSpan FirstContestPause = TimeSpan.FromMinutes(1);

    /// <summary>The longest pause before we write to a contested filter.</summary>
    public static readonly TimeSpan MaxContestPause = TimeSpan.FromHours(1);
}
