using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Kubernetes.LeaderElection;
using VpcMirrorOperator.Processes;

namespace VpcMirrorOperator.Hosting;

/// <summary>
/// The life of <c>vpc-mirror controller</c>: probes first, so that a slow start can be seen; then the caches, which a standby keeps warm
/// too; then, once the lease is held, the workers of each kind. A stop finishes the reconciles under way and hands the
/// lease over; a lost lease ends the process.
/// </summary>
internal sealed class OperatorProcess(OperatorParts parts, ControllerSettings settings, ILogger logger)
{
    /// <param name="cancellationToken">SIGTERM or Ctrl-C.</param>
    /// <returns>True after an orderly stop; false after a lost lease or a defect.</returns>
    /// <exception cref="StartupException">A port is in use or may not be bound; the certificate cannot be used.</exception>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        await using var endpoints = await OperatorEndpoints.StartAsync(parts, settings, logger);
        using var following = new CancellationTokenSource();
        var informing = Task.WhenAll(parts.Kinds.Select(kind => kind.RunInformerAsync(following.Token)));
        var reporting = parts.Events.RunAsync(following.Token);
        var identifying = parts.Identity.KeepAskingAsync(following.Token);
        var collecting = IdleCollection.RunAsync(parts.Time, following.Token);
        var stopped = await WorkAsync(cancellationToken);
        await following.CancelAsync();
        await informing;
        await collecting;
        await identifying;
        // A lost lease ends the process at once; anything else leaves time for the last events.
        if (stopped) await reporting;
        logger.Stopped();
        return stopped;
    }

    private async Task<bool> WorkAsync(CancellationToken cancellationToken)
    {
        try
        {
            // A leader without a cache would only keep others from working.
            await Task.WhenAll(parts.Kinds.Select(kind => kind.Synced)).WaitAsync(cancellationToken);
            await parts.Identity.AskAsync(cancellationToken);
            if (parts.Election is { } election) await election.RunAsync(LeadAsync, cancellationToken);
            else await LeadAloneAsync(cancellationToken);
            return true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return true;
        }
        catch (LeaseLostException e)
        {
            logger.Ending(e.Message);
            return false;
        }
#pragma warning disable CA1031 // The last stop: whatever it is belongs into the log, and a new process may do better.
        catch (Exception e)
#pragma warning restore CA1031
        {
            logger.Defect(e);
            return false;
        }
    }

    private Task LeadAloneAsync(CancellationToken cancellationToken)
    {
        logger.NoElection();
        parts.Metrics.Leader.Leading(true);
        return LeadAsync(cancellationToken);
    }

    /// <summary>
    /// Runs the controllers of all kinds. When one of them ends by a defect, the others finish what is under way, and the process ends.
    /// </summary>
    private async Task LeadAsync(CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var working = parts.Kinds.Select(kind => kind.RunControllerAsync(ending.Token)).ToList();
        await Task.WhenAny(working);
        await ending.CancelAsync();
        await Task.WhenAll(working);
    }
}
