namespace VpcMirrorOperator.Commands;

/// <summary>Exit codes, the same for all commands.</summary>
internal static class ExitCodes
{
    /// <summary>Done; for <c>plan</c>: nothing to change; for <c>apply</c>: every session is Ready.</summary>
    public const int Success = 0;

    /// <summary>Something is wrong, or a session is not Ready.</summary>
    public const int Failure = 1;

    /// <summary><c>plan</c> and <c>diff</c>: there are changes, and the operator would make them.</summary>
    public const int Changes = 2;

    /// <summary>
    /// There are changes that wait for a person: a guard, <c>spec.suspend</c> or the policy Observe. For <c>apply</c>: nothing else is
    /// left to do.
    /// </summary>
    public const int Held = 3;

    /// <summary>Ended by Ctrl-C or SIGTERM (the shells' 128 + SIGINT).</summary>
    public const int Interrupted = 130;
}
