using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>What an object's own fields say about its deletion.</summary>
internal static class Deletion
{
    /// <summary>The end of every message of a deletion that cannot go on: the object is never stuck without a way out.</summary>
    public const string WayOut = "To let the object go and leave its sources in the session, set spec.deletionPolicy: Retain.";

    /// <summary>What a suspended deletion says.</summary>
    public const string Suspended = "spec.suspend is set: no sources are detached. Unset it to go on. " + WayOut;

    public static bool IsBeingDeleted(this TrafficMirrorSession declared) => declared.Metadata.DeletionTimestamp is not null;

    public static bool HasDetachFinalizer(this TrafficMirrorSession declared) => declared.Metadata.Finalizers.Contains(Finalizers.Detach);

    /// <summary>Whether a finalizer of ours keeps the object when it is deleted.</summary>
    public static bool IsHeld(this TrafficMirrorSession declared) =>
        declared.HasDetachFinalizer() || declared.Metadata.Finalizers.Contains(Finalizers.Operation);

    public static bool WantsDetach(this TrafficMirrorSession declared) => declared.Spec.DeletionPolicy == DeletionPolicy.Detach;

    /// <summary>Deleted, with sources to take out of the session as far as the object itself is concerned.</summary>
    public static bool IsDetaching(this TrafficMirrorSession declared) =>
        declared.IsBeingDeleted() && declared.HasDetachFinalizer() && declared.WantsDetach()
            && declared.Spec.Policy() == ManagementPolicy.Sync;
}
