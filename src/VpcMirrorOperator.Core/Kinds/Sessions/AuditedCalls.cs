using Microsoft.Extensions.Logging;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Transport;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Operations;
using VpcMirrorOperator.Kinds.Sessions.Planning;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>Makes the real writes, each with a time limit and a line in the audit log.</summary>
internal sealed class AuditedCalls(RpcClient cloud, TimeProvider time, ILogger logger)
{
    /// <summary>Calls the cloud and logs who changed what, and what came of it.</summary>
    /// <returns>The request id.</returns>
    /// <exception cref="CloudException">The write was refused, or its outcome is unknown.</exception>
    public async ValueTask<string?> SendAsync(Observation observation, OperationState operation, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        var (requestId, result) = ((string?)null, "Interrupted");
        try
        {
            requestId = await SendInTimeAsync(observation.Declared.Session(), operation, cancellationToken);
            result = "OK";
            return requestId;
        }
        catch (CloudException error)
        {
            (requestId, result) = (error.RequestId, error.Code);
            throw;
        }
        finally
        {
            logger.Audit(
                observation.Declared.Key(), observation.Declared.Metadata.Generation, observation.Plan.Hash,
                SourceVerb.Of(operation).Action,
                observation.Declared.Spec.TrafficMirrorSessionId, string.Join(',', operation.Ids), operation.ClientToken, requestId, result,
                (long)time.GetElapsedTime(begun).TotalMilliseconds);
        }
    }

    /// <summary>
    /// Nothing leaves after the send limit, not even from a process that was frozen. Gives up when others may count on no call being on its
    /// way any more: waiting for the rate budget, for credentials and for the answer all take from that time.
    /// </summary>
    private async ValueTask<string?> SendInTimeAsync(SessionRef session, OperationState operation, CancellationToken cancellationToken)
    {
        var age = time.GetUtcNow() - operation.StartedAt;
        var deadline = new SendDeadline(time, OperationLimits.SendLimit - age);
        using var landed = new CancellationTokenSource(OperationLimits.InFlightLimit - age, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, landed.Token);
        try
        {
            return await SourceCalls.SendAsync(cloud, session, operation, dryRun: false, deadline, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CloudException(
                SourceVerb.Of(operation).Action, ClientErrorCodes.Timeout, "no complete answer in time") { OutcomeUnknown = true };
        }
    }
}
