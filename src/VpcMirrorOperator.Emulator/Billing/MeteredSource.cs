namespace VpcMirrorOperator.Emulator.Billing;

/// <summary>What one source of one session has used: periods that have ended, and the one that goes on.</summary>
/// <param name="EndedHours">Started hours of the periods that have ended; each period counts for itself.</param>
/// <param name="Since">When the period that goes on began; null for none.</param>
internal readonly record struct MeteredSource(long EndedHours, DateTimeOffset? Since)
{
    internal MeteredSource StartedAt(DateTimeOffset at) => this with { Since = Since ?? at };

    internal MeteredSource EndedAt(DateTimeOffset at) => new(HoursAt(at), null);

    internal long HoursAt(DateTimeOffset now) => EndedHours + (Since is { } since ? StartedHours.In(now - since) : 0);
}
