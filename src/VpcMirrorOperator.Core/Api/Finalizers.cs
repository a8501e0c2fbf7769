namespace VpcMirrorOperator.Api;

/// <summary>Finalizers that the operator puts on a <see cref="TrafficMirrorSession"/>.</summary>
public static class Finalizers
{
    /// <summary>Keeps a deleted object with <c>deletionPolicy: Detach</c> until its sources are out of the session.</summary>
    public const string Detach = "vpcmirror.io/detach";
}
