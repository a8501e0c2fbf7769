namespace VpcMirrorOperator.Api.Shared;

/// <summary>Finalizers that the operator puts on its objects.</summary>
public static class Finalizers
{
    /// <summary>Keeps a deleted object with <c>deletionPolicy: Detach</c> until its sources are out of the session.</summary>
    public const string Detach = "vpcmirror.io/detach";

    /// <summary>
    /// Keeps a deleted object, whatever its policy, while a call of it may be on its way to the cloud: seconds. So whoever speaks for the
    /// session next can see the call and wait for it. On the object only during a burst of writes; <see cref="Detach"/> does the same where
    /// it is.
    /// </summary>
    public const string Operation = "vpcmirror.io/operation";
}
