using VpcMirrorOperator.Engine.Operations;

namespace VpcMirrorOperator.Engine.Lifecycle;

/// <summary>Times that the rules S3 to S12 rest on.</summary>
internal sealed record LifecycleLimits
{
    /// <summary>Those of the operator.</summary>
    public static readonly LifecycleLimits Default = new();

    /// <summary>How long after its intent a call may still arrive.</summary>
    public TimeSpan InFlight { get; init; } = OperationLimits.InFlightLimit;

    /// <summary>How far the clocks of two processes may differ.</summary>
    public TimeSpan ClockMargin { get; init; } = OperationLimits.ClockMargin;

    /// <summary>How old what a list shows may be, tags included.</summary>
    public TimeSpan StaleRead { get; init; } = OperationLimits.StaleReadLimit;

    /// <summary>
    /// For how long after its first attempt a Create is repeated: the cloud forgets tokens at a time that nobody documents.
    /// </summary>
    public TimeSpan Repeat { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The shortest time between two lists that agree.</summary>
    public TimeSpan BetweenLists { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>From when on a list shows whatever an attempt has made, whoever made it.</summary>
    /// <param name="attempt">When the attempt was recorded.</param>
    public DateTimeOffset ShownBy(DateTimeOffset attempt) => LandsBy(attempt) + StaleRead;

    /// <summary>When a call that any process made has arrived, or never will.</summary>
    /// <param name="attempt">When it was recorded.</param>
    public DateTimeOffset LandsBy(DateTimeOffset attempt) => attempt + InFlight + ClockMargin;
}
