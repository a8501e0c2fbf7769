namespace VpcMirrorOperator.Api.Shared;

/// <summary>Annotations of an object: what users ask for, and what the operator keeps there.</summary>
public static class Annotations
{
    /// <summary>Approves the plan with this hash although it exceeds <c>spec.safety.maxRemovals</c>.</summary>
    public const string ApprovedPlan = "vpcmirror.io/approved-plan";

    /// <summary>Accepts the alteration of the session with this hash: its attributes count as they are from now on.</summary>
    public const string AcceptedSession = "vpcmirror.io/accepted-session";

    /// <summary>Has a session made again that vanished while the account was locked: its id (rule S10).</summary>
    public const string Recreate = "vpcmirror.io/recreate";

    /// <summary>
    /// What must outlive a lost status: the baselines of attributes that are not declared, and whether the account was locked (rules S9 and
    /// S10). Written by the operator.
    /// </summary>
    public const string Memory = "vpcmirror.io/memory";

    /// <summary>
    /// Any new value asks for a check now; echoed in <c>status.lastHandledReconcileAt</c> (the Flux convention), a long one as its digest.
    /// </summary>
    public const string ReconcileRequestedAt = "vpcmirror.io/reconcile-requested-at";

    /// <summary>The ids of a policy's session as the policy wrote them, joined by commas (rule P11). Written by the operator.</summary>
    public const string Packed = "vpcmirror.io/packed";

    /// <summary>Ids that a policy's session removes before it adds any, joined by commas (rule P15). Written by the operator.</summary>
    public const string RemoveFirst = "vpcmirror.io/remove-first";

    /// <summary>The term of the leader that wrote a policy's session last (rule P10). Written by the operator.</summary>
    public const string Term = "vpcmirror.io/term";

    /// <summary>
    /// "true" on a policy's session that is to be deleted with its object; never taken back (rule P18). Written by the operator.
    /// </summary>
    public const string Closing = "vpcmirror.io/closing";
}
