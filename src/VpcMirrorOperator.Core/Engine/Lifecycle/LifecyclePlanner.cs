using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Engine.Lifecycle;

/// <summary>
/// Decides the next step in the life of what an object creates (rules S3, S4, S5, S10 and S12): look before create, one attempt, take back,
/// delete only what carries the object's mark. A function without I/O or a clock of its own, the same for every kind; changes of attributes
/// and sources are the kind's own, and begin at <see cref="LifecycleStep.Exists"/>.
/// </summary>
internal static class LifecyclePlanner
{
    /// <summary>How soon something that changes in the cloud is looked at again.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);

    /// <summary>The next step.</summary>
    /// <param name="input">What is known.</param>
    public static LifecyclePlan Decide(LifecycleInput input) => input.Record.Operation switch
    {
        { Verb: OperationVerb.Create } create => PendingCreate.Decide(input, create),
        { Verb: OperationVerb.Delete or OperationVerb.Tag, Target: { } target } write => PendingWrite.Decide(input, write, target),
        _ => WithoutOperation(input),
    };

    /// <summary>The next step, given that no Create, Delete or change of owner is open.</summary>
    public static LifecyclePlan WithoutOperation(LifecycleInput input) => input.Deletion is { } intent
        ? DeletionSteps.Decide(input, intent)
        : LivingSteps.Decide(input);

    /// <summary>A step that changes nothing of what is known.</summary>
    public static LifecyclePlan Plan(this LifecycleInput input, LifecycleStep step) => new(step, input.Record, input.Memory);

    /// <summary>A pause until something that changes in the cloud is looked at again.</summary>
    public static LifecyclePlan PollAgain(this LifecycleInput input) => input.Plan(new LifecycleStep.Wait(input.Now + Poll));

    /// <summary>The input with the recorded operation resolved: it is over, and its effect, if any, is what the lists show.</summary>
    public static LifecycleInput Resolved(this LifecycleInput input) => input with { Record = input.Record with { Operation = null } };
}
