using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Transport;
using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Kinds.Sessions.Planning;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>Turns an operation into its call.</summary>
internal static class SourceCalls
{
    /// <summary>Calls the cloud once. A dry run has no token: it changes nothing, and must not use up the operation's.</summary>
    /// <returns>The answer.</returns>
    public static async Task<CallAnswer> SendAsync(
        RpcClient cloud, SessionRef session, OperationState operation, bool dryRun, SendDeadline? deadline,
        CancellationToken cancellationToken) => operation.Verb switch
        {
            OperationVerb.Add => new((await cloud.SendAsync(Add(session, operation, dryRun), deadline, cancellationToken)).RequestId, null),
            OperationVerb.Remove =>
                new((await cloud.SendAsync(Remove(session, operation, dryRun), deadline, cancellationToken)).RequestId, null),
            _ => CallAnswer.Of(await cloud.SendAsync(Recorded(session, operation, dryRun), deadline, cancellationToken)),
        };

    private static RecordedCall Recorded(SessionRef session, OperationState operation, bool dryRun) => new()
    {
        RegionId = session.RegionId,
        Action = SessionCalls.ActionOf(operation.Verb),
        Target = TargetOf(operation),
        Parameters = operation.Parameters,
        ClientToken = dryRun || IsOfTags(operation) ? null : operation.ClientToken,
        DryRun = dryRun ? true : null,
    };

    /// <summary>Calls for tags have neither token nor dry run: repeating one does no harm (API page TagResources).</summary>
    private static bool IsOfTags(OperationState operation) => operation.Verb is OperationVerb.Tag or OperationVerb.Untag;

    private static IReadOnlyList<KeyValuePair<string, string>> TargetOf(OperationState operation) => operation switch
    {
        { Target: null } => [],
        { Target: { } id } when IsOfTags(operation) => [new("ResourceId.1", id), new("ResourceType", "TRAFFICMIRRORSESSION")],
        { Target: { } id } => [new("TrafficMirrorSessionId", id)],
    };

    private static AddSourcesToTrafficMirrorSessionRequest Add(SessionRef session, OperationState operation, bool dryRun) => new()
    {
        RegionId = session.RegionId,
        TrafficMirrorSessionId = session.SessionId,
        TrafficMirrorSourceIds = operation.Ids,
        ClientToken = dryRun ? null : operation.ClientToken,
        DryRun = dryRun ? true : null,
    };

    private static RemoveSourcesFromTrafficMirrorSessionRequest Remove(SessionRef session, OperationState operation, bool dryRun) => new()
    {
        RegionId = session.RegionId,
        TrafficMirrorSessionId = session.SessionId,
        TrafficMirrorSourceIds = operation.Ids,
        ClientToken = dryRun ? null : operation.ClientToken,
        DryRun = dryRun ? true : null,
    };
}
