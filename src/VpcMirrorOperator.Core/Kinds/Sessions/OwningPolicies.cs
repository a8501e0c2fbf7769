using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Kinds;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>Asks the API server, not the cache, for the policy of a session (rule P18).</summary>
/// <param name="links">The policies of the process; none where they are not served.</param>
/// <param name="isNamespaceEnding">Whether a namespace is being deleted.</param>
internal sealed class OwningPolicies(KindLinks links, Func<string, CancellationToken, ValueTask<bool>> isNamespaceEnding)
{
    private static readonly TimeSpan AskAgain = TimeSpan.FromMinutes(1);

    /// <summary>Whether a child's session is deleted with its object.</summary>
    /// <exception cref="KubeApiException">It cannot be found out: then it must wait.</exception>
    public async ValueTask<bool> DeletesAsync(TrafficMirrorSession child, CancellationToken cancellationToken)
    {
        if (links.StoreOf<TrafficMirrorPolicy>() is not { } policies) return false;
        // An uninstall deletes nothing (rule S17), and of a kind that is gone no object proves anything.
        if (await policies.IsKindGoingAwayAsync(cancellationToken)) return false;
        var policy = await FindAsync(child, cancellationToken);
        return ChildEnding.Deletes(child, policy, await isNamespaceEnding(child.Metadata.Namespace, cancellationToken));
    }

    /// <summary>Before its first Create a child asks whether its policy lives: a policy that ended left nothing to create for.</summary>
    /// <returns>The observation to go on with.</returns>
    /// <exception cref="KubeApiException">It cannot be found out: then it must wait.</exception>
    public async ValueTask<Observation> AllowAsync(Observation observation, CancellationToken cancellationToken)
    {
        var declared = observation.Declared;
        if (observation.Plan.Decision is not Decision.Write<OperationState> { Operation.Verb: OperationVerb.Create }
            || declared.PolicyOwner() is null || ChildEnding.MayCreate(await FindAsync(declared, cancellationToken))) return observation;
        var wait = new Decision.Wait(
            Reasons.PolicyGone, "No session is created: the policy of this object is gone, or is going.", AskAgain);
        return observation with { Plan = observation.Plan with { Decision = wait, Operation = declared.Status?.Operation } };
    }

    private async ValueTask<TrafficMirrorPolicy?> FindAsync(TrafficMirrorSession child, CancellationToken cancellationToken)
    {
        if (child.PolicyOwner() is not { } owner || links.StoreOf<TrafficMirrorPolicy>() is not { } policies) return null;
        var policy = await policies.ReadAsync(new ObjectKey(child.Metadata.Namespace, owner.Name), cancellationToken);
        return policy?.Metadata.Uid == owner.Uid ? policy : null;
    }
}
