namespace VpcMirrorOperator.Emulator.Faults;

/// <summary>
/// One fault and the calls it applies to. Every given condition must hold; the first rule that matches is used. Faults apply
/// only to requests with a correct signature.
/// </summary>
public sealed record FaultRule
{
    /// <summary>What happens.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>Only this action. Without it, <see cref="FaultKind.Conflict"/>, <see cref="FaultKind.LockedAccount"/>,
    /// <see cref="FaultKind.ServiceNotOpened"/> and <see cref="FaultKind.VanishedInterface"/> apply to writes only, as
    /// they do in the real service; the other kinds apply to every action.</summary>
    public string? Action { get; init; }

    /// <summary>Only this account, by name.</summary>
    public string? Account { get; init; }

    /// <summary>Only this region.</summary>
    public string? Region { get; init; }

    /// <summary>Only calls that name this session (List: among its ids).</summary>
    public string? Session { get; init; }

    /// <summary>Only calls with this source id.</summary>
    public string? NetworkInterface { get; init; }

    /// <summary>How many calls the rule applies to before it is used up (1 or more); null for always.</summary>
    public int? Times { get; init; }

    /// <summary>The HTTP status of an error (400 to 599); null for the kind's own.</summary>
    public int? Status { get; init; }

    /// <summary>The error code; null for the kind's own.</summary>
    public string? Code { get; init; }

    /// <summary>The value of <c>x-acs-retry-after</c> in milliseconds (0 to 86,400,000); null for no header.</summary>
    public int? RetryAfterMs { get; init; }

    internal bool IsAfterEffect => Kind is FaultKind.ErrorAfterEffect or FaultKind.DropAfterEffect;

    internal bool Drops => Kind is FaultKind.DropBeforeEffect or FaultKind.DropAfterEffect;

    internal bool Matches(FaultTarget target) =>
        (Action is null ? !IsAboutWrites || target.IsWrite : Action == target.Action)
        && (Account is null || Account == target.Account)
        && (Region is null || Region == target.Region)
        && (Session is null || target.Sessions.Contains(Session))
        && (NetworkInterface is null || target.NetworkInterfaces.Contains(NetworkInterface));

    private bool IsAboutWrites =>
        Kind is FaultKind.Conflict or FaultKind.LockedAccount or FaultKind.ServiceNotOpened or FaultKind.VanishedInterface;
}
