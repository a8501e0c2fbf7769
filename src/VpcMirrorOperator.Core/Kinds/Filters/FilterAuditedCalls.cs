using Microsoft.Extensions.Logging;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Transport;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Engine.Operations;

namespace VpcMirrorOperator.Kinds.Filters;

/// <summary>Makes the writes, each with a time limit and a line in the audit log.</summary>
internal sealed class FilterAuditedCalls(RpcClient cloud, TimeProvider time, ILogger logger)
{
    private const string Ok = "OK";

    /// <summary>Calls the cloud and logs who changed what, and what came of it.</summary>
    /// <returns>The answer.</returns>
    /// <exception cref="CloudException">The write was refused, or its outcome is unknown.</exception>
    public async ValueTask<CallAnswer> SendAsync(
        FilterObservation observation, OperationState operation, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        var (requestId, result) = ((string?)null, "Interrupted");
        try
        {
            var answer = await SendInTimeAsync(observation.Declared.Filter(), operation, cancellationToken);
            (requestId, result) = (answer.RequestId, Ok);
            return answer;
        }
        catch (CloudException error)
        {
            (requestId, result) = (error.RequestId, error.Code);
            throw;
        }
        finally
        {
            Audit(observation, operation, requestId, result, begun);
        }
    }

    /// <summary>A dry run: an audit line only when it is refused, because then the write is.</summary>
    /// <exception cref="CloudException">The write would be refused.</exception>
    public async ValueTask TryAsync(FilterObservation observation, OperationState operation, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        try
        {
            await FilterCalls.SendAsync(cloud, observation.Declared.Filter(), operation, dryRun: true, deadline: null, cancellationToken);
        }
        catch (CloudException answer) when (answer.IsDryRunSuccess)
        {
        }
        catch (CloudException answer)
        {
            Audit(observation, operation, answer.RequestId, answer.Code, begun);
            throw;
        }
    }

    /// <summary>Nothing leaves after the send limit; others may count on no call being on its way after the in-flight limit.</summary>
    private async ValueTask<CallAnswer> SendInTimeAsync(FilterRef filter, OperationState operation, CancellationToken cancellationToken)
    {
        var age = time.GetUtcNow() - operation.StartedAt;
        var deadline = new SendDeadline(time, OperationLimits.SendLimit - age);
        using var landed = new CancellationTokenSource(OperationLimits.InFlightLimit - age, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, landed.Token);
        try
        {
            return await FilterCalls.SendAsync(cloud, filter, operation, dryRun: false, deadline, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CloudException(FilterCalls.ActionOf(operation), ClientErrorCodes.Timeout, "no complete answer in time")
            {
                OutcomeUnknown = true,
            };
        }
    }

    private void Audit(FilterObservation observation, OperationState operation, string? requestId, string result, long begun)
    {
        var (declared, hash, action) = (observation.Declared, observation.Plan.Facts?.Hash, FilterCalls.ActionOf(operation));
        var level = result == Ok ? LogLevel.Information : LogLevel.Warning;
        if (!logger.IsEnabled(level)) return;
        string[] ids = operation.Ids.Count > 0 ? [.. operation.Ids] : [operation.Target ?? ""];
        var took = (long)time.GetElapsedTime(begun).TotalMilliseconds;
        logger.Audit(
            level, declared.Key(), declared.Metadata.Generation, hash, action, declared.Spec.RegionId, declared.Filter().FilterId,
            ids, operation.ClientToken, requestId, result, took, operation.Holder);
    }
}
