namespace VpcMirrorOperator.Simulation.Network;

/// <summary>What becomes of one attempt of one call.</summary>
public enum CallOutcome
{
    /// <summary>Request and reply arrive.</summary>
    Delivered,

    /// <summary>Nobody listens: no effect.</summary>
    Refused,

    /// <summary>Connection closed before the request arrived: no effect.</summary>
    RequestDropped,

    /// <summary>Nothing ever comes back, and there is no effect: only the caller's own time limit helps.</summary>
    RequestSwallowed,

    /// <summary>Connection closed (FIN) after the effect.</summary>
    ReplyDropped,

    /// <summary>Connection reset (RST) after the effect.</summary>
    ReplyReset,

    /// <summary>The effect took place, the status arrives, the body ends half way.</summary>
    BodyCut,

    /// <summary>The effect took place, nothing ever comes back.</summary>
    ReplySwallowed,
}

/// <param name="Outcome">How it ends.</param>
/// <param name="Connect">Until the request is on the wire. A caller who gives up or dies earlier never sent it; later, it arrives.</param>
/// <param name="Outbound">From the wire to the effect.</param>
/// <param name="Inbound">From the effect to the caller.</param>
public readonly record struct CallFate(CallOutcome Outcome, TimeSpan Connect, TimeSpan Outbound, TimeSpan Inbound);
