using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Transport;
using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>Turns an operation into its call.</summary>
internal static class SourceCalls
{
    /// <summary>Calls the cloud once. A dry run has no token: it changes nothing, and must not use up the operation's.</summary>
    /// <returns>The request id.</returns>
    public static async Task<string?> SendAsync(
        RpcClient cloud, SessionRef session, OperationState operation, bool dryRun, SendDeadline? deadline,
        CancellationToken cancellationToken) =>
        operation.Verb == OperationVerb.Add
            ? (await cloud.SendAsync(Add(session, operation, dryRun), deadline, cancellationToken)).RequestId
            : (await cloud.SendAsync(Remove(session, operation, dryRun), deadline, cancellationToken)).RequestId;

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
