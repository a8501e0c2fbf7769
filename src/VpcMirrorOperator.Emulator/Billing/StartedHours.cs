namespace VpcMirrorOperator.Emulator.Billing;

/// <summary>The rule of the price list: an hour that has started counts.</summary>
public static class StartedHours
{
    /// <summary>The price of one started hour of one source, in CNY. The price for each GB is waived until 2027-03-31, and not
    /// metered.</summary>
    public const decimal PriceCny = 0.1m;

    /// <summary>How many hours have started in a period without a break; 0 for one that has no length.</summary>
    public static long In(TimeSpan period) => period <= TimeSpan.Zero
        ? 0
        : (period.Ticks / TimeSpan.TicksPerHour) + (period.Ticks % TimeSpan.TicksPerHour == 0 ? 0 : 1);
}
