namespace VpcMirrorOperator.Api.TrafficMirrorSessions;

/// <summary>What an object may expect of its session when objects of several namespaces name it.</summary>
public enum SessionClaim
{
    /// <summary>The session belongs to an object of this namespace, this one or an older one.</summary>
    Granted,

    /// <summary>
    /// The session belonged to an object of another namespace when this one came. It does not pass to this one by itself, unless an
    /// allow-list gives it to both namespaces.
    /// </summary>
    Waiting,
}
