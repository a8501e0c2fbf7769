using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Engine.Lifecycle;

namespace VpcMirrorOperator.Core.Tests.Engine.Lifecycle;

/// <summary>Short ways to say what is recorded, remembered and listed of what an object creates.</summary>
internal static class GivenLife
{
    public const string Me = "me";
    public const string Id = "tms-1";

    public static readonly DateTimeOffset Now = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);
    public static readonly ObjectIdentity Self = new("cluster-1", "tms", "ids", "web", "uid-1");
    public static readonly ListedMark Mine = new(Id, Self.CreatedBy, Self.Uid);

    /// <summary>From when on a list shows whatever an attempt made, in seconds after it.</summary>
    public const int ShownAfter = 85;

    /// <summary>A held object that a process has just met, nothing recorded, both lists empty.</summary>
    public static LifecycleInput Input() => new()
    {
        Identity = Self,
        Record = new LifecycleRecord(),
        Memory = LifecycleMemory.None,
        ById = List(),
        ByMark = List(),
        Holder = Me,
        Now = Now,
        IsHeld = true,
        MayCreate = true,
        IsStillWanted = true,
    };

    public static LifecycleInput Recorded(this LifecycleInput input, string id = Id) =>
        input with { Record = input.Record with { Id = id } };

    public static LifecycleInput Listed(this LifecycleInput input, params ListedMark[] things) =>
        input with { ById = List(things), ByMark = List(things) };

    /// <summary>The next reconcile: what was learned stays, and the lists are read anew.</summary>
    public static LifecycleInput After(this LifecycleInput input, LifecyclePlan plan, int seconds)
    {
        var now = input.Now.AddSeconds(seconds);
        return input with
        {
            Record = plan.Record, Memory = plan.Memory, Now = now,
            ById = input.ById is { } byId ? byId with { ReadAt = now } : null,
            ByMark = input.ByMark is { } byMark ? byMark with { ReadAt = now } : null,
        };
    }

    /// <summary>Decides again and again, a pause after another, and gives the last step.</summary>
    public static LifecycleStep Later(this LifecycleInput input, params int[] pauses)
    {
        var plan = LifecyclePlanner.Decide(input);
        foreach (var pause in pauses)
        {
            input = input.After(plan, pause);
            plan = LifecyclePlanner.Decide(input);
        }
        return plan.Step;
    }

    public static LifecycleInput WithOperation(
        this LifecycleInput input, OperationVerb verb, int secondsAgo, string holder = Me, int? firstSecondsAgo = null,
        bool accepted = false)
    {
        var operation = new OperationState
        {
            Sequence = 1, Verb = verb, Target = verb == OperationVerb.Create ? null : Id, ClientToken = "token", Holder = holder,
            StartedAt = Now.AddSeconds(-secondsAgo), FirstStartedAt = Now.AddSeconds(-(firstSecondsAgo ?? secondsAgo)),
            AcceptedAt = accepted ? Now.AddSeconds(1 - secondsAgo) : null,
        };
        var created = verb == OperationVerb.Create ? operation.StartedAt : input.Record.LastCreateAt;
        return input with { Record = input.Record with { Operation = operation, LastCreateAt = created } };
    }

    private static ListReading List(params ListedMark[] things) => new(things, Now);
}
