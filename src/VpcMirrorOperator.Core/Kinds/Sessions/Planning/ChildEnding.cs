using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Api.TrafficMirrorSessions;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>
/// What becomes of the session of a policy when its object is deleted (rule P18): who deletes an object by hand must not end what a living
/// policy wants, and a policy that ends decides for all of its sessions, marked or not. Pure.
/// </summary>
internal static class ChildEnding
{
    /// <summary>Whether the session is deleted with its object.</summary>
    /// <param name="child">The object.</param>
    /// <param name="policy">Its policy as the API server has it; null when the server says that it is gone, or another one.</param>
    /// <param name="isNamespaceEnding">Whether the namespace is being deleted.</param>
    public static bool Deletes(TrafficMirrorSession child, TrafficMirrorPolicy? policy, bool isNamespaceEnding)
    {
        if (child.Spec.IsSuspended() || child.Spec.Policy() != ManagementPolicy.Sync) return false;
        if (policy is not null && (policy.Spec.IsSuspended() || policy.Spec.Policy() != ManagementPolicy.Sync)) return false;
        var isEnding = policy?.Metadata.DeletionTimestamp is not null || isNamespaceEnding;
        if (policy is not null && isEnding) return policy.Spec.OnDeletion() == DeletionPolicy.Delete;
        if (child.Metadata.Annotations.GetValueOrDefault(Annotations.Closing) == "true") return true;
        return policy is null && child.Spec.DeletionPolicy == DeletionPolicy.Delete;
    }

    /// <summary>Whether a session may be created for a child: its policy lives.</summary>
    public static bool MayCreate(TrafficMirrorPolicy? policy) => policy is { Metadata.DeletionTimestamp: null };
}
