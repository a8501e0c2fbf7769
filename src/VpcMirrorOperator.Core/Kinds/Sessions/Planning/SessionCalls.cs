using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Engine.Decisions;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>What a recorded write of a session is called, at the cloud and in sentences.</summary>
internal static class SessionCalls
{
    /// <summary>The operation of the API.</summary>
    public static string ActionOf(OperationVerb verb) => verb switch
    {
        OperationVerb.Add => "AddSourcesToTrafficMirrorSession",
        OperationVerb.Remove => "RemoveSourcesFromTrafficMirrorSession",
        OperationVerb.Create => "CreateTrafficMirrorSession",
        OperationVerb.Update => "UpdateTrafficMirrorSessionAttribute",
        OperationVerb.Delete => "DeleteTrafficMirrorSession",
        OperationVerb.Tag => "TagResources",
        _ => "UnTagResources",
    };

    /// <summary>What could not be done, after "Cannot".</summary>
    public static string WhatOf(OperationVerb verb) => verb switch
    {
        OperationVerb.Add => "add sources",
        OperationVerb.Remove => "remove sources",
        OperationVerb.Create => "create the session",
        OperationVerb.Update => "change the session",
        OperationVerb.Delete => "delete the session",
        _ => "tag the session",
    };

    /// <summary>The condition reason while such a write is made.</summary>
    public static string ReasonOf(OperationVerb verb) => verb switch
    {
        OperationVerb.Add => Reasons.AddingSources,
        OperationVerb.Remove => Reasons.RemovingSources,
        OperationVerb.Create => Reasons.CreatingSession,
        OperationVerb.Delete => Reasons.DeletingSession,
        _ => Reasons.UpdatingSession,
    };
}
