using System.Collections.Immutable;
using System.Globalization;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Engine.Operations;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>
/// The first call of a session that is beyond doubt not there (rules S6, S7 and S8): with as many sources as an add takes, once nothing is
/// missing. Pure.
/// </summary>
internal static class CreatePlanner
{
    /// <summary>The Create, or what it waits for.</summary>
    public static Decision Decide(PlannerInput input, ObjectIdentity identity)
    {
        var declared = input.Declared.Spec.Session;
        if (FilterSteps.BeforeCreate(input) is { } waiting) return waiting;
        if (PackedSources.Edited(input.Declared) is { } edited) return edited;
        if (CreateCall.Missing(declared) is { Count: > 0 } missing)
            return new Decision.Stall(
                Reasons.SpecIncomplete,
                $"To create a session, spec.session needs {string.Join(", ", missing)}. Or name an existing one in "
                + "spec.trafficMirrorSessionId.",
                null);
        if (input.Desired.Count == 0)
            return new Decision.Stall(
                Reasons.NoSources, "The cloud creates no session without a source: list at least one in spec.sourceIds.", null);
        var pending = input.Desired.Order(StringComparer.Ordinal).ToImmutableArray();
        var batch = BatchSelector.Next(OperationVerb.Create, pending, input.Memory, input.AddBatchSize, input.Now);
        if (batch.IsEmpty) return Rejected(input, pending);
        if (AttributeSteps.HeldPriority(input, declared!.Priority!.Value) is { } held) return held;
        return Write(input, declared, identity, batch);
    }

    /// <summary>
    /// Whether a recorded Create is still exactly what is wanted (rule S4): its sources may be some of the declared ones.
    /// </summary>
    public static bool IsWanted(PlannerInput input, ObjectIdentity identity, OperationState create)
    {
        var declared = input.Declared.Spec.Session;
        if (CreateCall.Missing(declared).Count > 0) return false;
        var wanted = input.Desired as IReadOnlySet<string> ?? input.Desired.ToHashSet(StringComparer.Ordinal);
        var rejected = input.Memory.Trials.Rejected;
        if (create.Ids.Count == 0 || create.Ids.Any(id => !wanted.Contains(id) || rejected.ContainsKey(id))) return false;
        var parameters = CreateCall.Parameters(declared!, input.Declared.Spec.RegionId, identity, [.. create.Ids]);
        return create.AsksForTheSame(create with { Parameters = parameters });
    }

    private static Decision.Write<OperationState> Write(
        PlannerInput input, SessionDeclaration declared, ObjectIdentity identity, ImmutableArray<string> batch)
    {
        var operation = BatchPlanner.New(input, OperationVerb.Create) with
        {
            Ids = batch, Parameters = CreateCall.Parameters(declared, input.Declared.Spec.RegionId, identity, batch),
        };
        return new Decision.Write<OperationState>(
            Reasons.CreatingSession,
            string.Create(CultureInfo.InvariantCulture, $"The session is being created, with {batch.Length} of its sources."),
            operation with { ClientToken = ClientTokens.For(input.Declared.Metadata.Uid, operation) },
            DryRunFirst: input.Declared.Spec.WantsDryRun());
    }

    private static Decision.Stall Rejected(PlannerInput input, ImmutableArray<string> pending)
    {
        var left = pending.Select(id => input.Memory.Trials.Rejected[id]).ToList();
        return new Decision.Stall(
            Reasons.SourcesRejected,
            $"The session cannot be created: the cloud rejects all of its sources: {NamedIds.Of(pending)} ({left[0].Code}). They are "
            + "retried; take out of the list what no longer exists.",
            left.Min(source => source.RetryAt) - input.Now);
    }
}
