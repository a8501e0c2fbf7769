namespace VpcMirrorOperator.Api.TrafficMirrorSessions;

/// <summary>The two writes that a source list knows.</summary>
public enum OperationVerb
{
    /// <summary><c>AddSourcesToTrafficMirrorSession</c>.</summary>
    Add,

    /// <summary><c>RemoveSourcesFromTrafficMirrorSession</c>.</summary>
    Remove,
}
