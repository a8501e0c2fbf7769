using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Transport;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Engine.Operations;
using VpcMirrorOperator.Kinds.Sessions.Planning;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>Makes the real writes, each with a time limit and a line in the audit log.</summary>
internal sealed class AuditedCalls(RpcClient cloud, TimeProvider time, AuditLog audit)
{
    /// <summary>Calls the cloud and logs who changed what, and what came of it.</summary>
    /// <returns>The answer.</returns>
    /// <exception cref="CloudException">The write was refused, or its outcome is unknown.</exception>
    public async ValueTask<CallAnswer> SendAsync(Observation observation, OperationState operation, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        var (requestId, result) = ((string?)null, "Interrupted");
        try
        {
            var answer = await SendInTimeAsync(observation.Declared.Session(), operation, cancellationToken);
            (requestId, result) = (answer.RequestId, "OK");
            return answer;
        }
        catch (CloudException error)
        {
            (requestId, result) = (error.RequestId, error.Code);
            throw;
        }
        finally
        {
            audit.Called(observation, operation, requestId, result, time.GetElapsedTime(begun));
        }
    }

    /// <summary>A dry run: an audit line only when it is refused, because then the write is.</summary>
    /// <exception cref="CloudException">The write would be refused.</exception>
    public async ValueTask TryAsync(Observation observation, OperationState operation, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        try
        {
            await SourceCalls.SendAsync(cloud, observation.Declared.Session(), operation, dryRun: true, deadline: null, cancellationToken);
        }
        catch (CloudException answer) when (answer.IsDryRunSuccess)
        {
        }
        catch (CloudException answer)
        {
            audit.Called(observation, operation, answer.RequestId, answer.Code, time.GetElapsedTime(begun));
            throw;
        }
    }

    /// <summary>
    /// Nothing leaves after the send limit, not even from a process that was frozen. Gives up when others may count on no call being on its
    /// way any more: waiting for the rate budget, for credentials and for the answer all take from that time.
    /// </summary>
    private async ValueTask<CallAnswer> SendInTimeAsync(SessionRef session, OperationState operation, CancellationToken cancellationToken)
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
                SessionCalls.ActionOf(operation.Verb), ClientErrorCodes.Timeout, "no complete answer in time") { OutcomeUnknown = true };
        }
    }
}
