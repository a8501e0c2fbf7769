using CsCheck;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Operations;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;

/// <summary>Random inputs of the planner: few ids, so that everything meets everything.</summary>
internal static class PlannerInputs
{
    private const int Ids = 30;

    private static readonly Gen<string> OneId = Gen.Int[1, Ids].Select(Given.Id);
    private static readonly Gen<string[]> IdSet = OneId.HashSet[0, Ids].Select(set => set.Order(StringComparer.Ordinal).ToArray());
    private static readonly Gen<string[]> Batch = OneId.HashSet[1, 10].Select(set => set.Order(StringComparer.Ordinal).ToArray());
    private static readonly Gen<OperationVerb> Verb = Gen.Bool.Select(adds => adds ? OperationVerb.Add : OperationVerb.Remove);
    private static readonly Gen<int> Seconds = Gen.OneOf(Gen.Int[0, 25], Gen.Int[0, 400]);

    private static readonly Gen<ObservedSession?> Observed = Gen.Select(
        IdSet, Gen.Frequency((8, Gen.Const("Created")), (2, Gen.OneOf("Creating", "Modifying", "Deleting", "Odd"))),
        Gen.Int[0, 9].Select(dice => dice == 0 ? null : dice == 1 ? "FinancialLocked" : "Normal"),
        Gen.Bool, Gen.Int[0, 20]).Select(ObservedSession? (ids, status, business, enabled, missing) =>
            missing == 0 ? null : Given.Session(ids, status, business, enabled));

    private static readonly Gen<SafetySpec> Safety = Gen.Select(Gen.Bool, Gen.Int[0, 100], Gen.Bool, Gen.Bool).Select(
        (allowEmpty, number, percent, limited) => new SafetySpec
        {
            AllowEmpty = allowEmpty, MaxRemovals = limited ? new IntOrPercent(percent ? number : number / 10, percent) : null,
        });

    private static readonly Gen<TrafficMirrorSession> Specs = Gen.Select(
        IdSet, Gen.Frequency(
            (7, Gen.Const(ManagementPolicy.Sync)), (2, Gen.Const(ManagementPolicy.AddOnly)), (1, Gen.Const(ManagementPolicy.Observe))),
        Gen.Int[0, 9], Safety, Gen.Bool).Select((ids, policy, suspend, safety, dryRun) => Given.Declared(ids, spec => spec with
        {
            ManagementPolicy = policy, Suspend = suspend == 0, Safety = safety, ValidateWithDryRun = dryRun,
        }));

    private static readonly Gen<OperationState> Operations = Gen.Select(
        Verb, Batch, Seconds, Gen.Int[-1, 400], Gen.OneOf(Given.Me, "other"), Gen.Int[1, 3])
        .Select((verb, ids, ago, accepted, holder, sequence) =>
            Given.Operation(verb, ids, ago, accepted < 0 || accepted > ago ? null : accepted, holder, sequence));

    private static readonly Gen<SessionMemory> Memories = Gen.Select(
        Gen.Select(Verb, Batch).Select((verb, ids) => new SuspectBatch(verb, [.. ids])).List[0, 2],
        Gen.Select(OneId, Gen.Int[-60, 60]).List[0, 8], Gen.Int[0, 30], Gen.Int[-30, 30], Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 400])
        .Select((suspects, rejected, capacity, until, answered, notWanted, busy) => SessionMemory.Empty with
        {
            Trials = new()
            {
                Suspects = [.. suspects],
                Rejected = SessionMemory.Empty.Trials.Rejected.SetItems(
                    rejected.Select(one => KeyValuePair.Create(one.Item1, Given.Refused(one.Item2)))),
                Capacity = capacity,
                CapacityUntil = Given.Now.AddSeconds(until),
            },
            Operation = new()
            {
                Answered = answered == 0 ? null : new OperationAttempt(answered, 1, Given.Me),
                RejectedAttempt = notWanted == 0 ? null : new OperationAttempt(notWanted, 1, Given.Me),
            },
            Times = new() { BusySince = busy == 0 ? null : Given.Now.AddSeconds(-busy) },
        });

    /// <summary>Half of them with a recorded operation, a fifth with an approval of what is to be done.</summary>
    public static readonly Gen<PlannerInput> Any = Gen.Select(
        Specs, Observed, Memories, Operations, IdSet, Gen.OneOf(1, 3, 10, 50), Gen.Int[0, 19], Gen.OneOf("Created", "Modifying")).Select(
        (declared, observed, memory, operation, seen, size, dice, seenStatus) =>
        {
            var input = Given.Input(declared, observed) with
            {
                Memory = memory, AddBatchSize = size, Owner = dice == 19 ? new ObjectKey("ids", "older") : null,
            };
            if (dice % 2 == 0) input = input.Recorded(operation, seen, seenStatus);
            return dice % 5 == 0 ? input with { Declared = input.Declared.Annotated(Annotations.ApprovedPlan, input.Plan().Hash) } : input;
        });
}
