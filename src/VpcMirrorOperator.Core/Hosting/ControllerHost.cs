using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Hosting.Metrics;
using VpcMirrorOperator.Kinds;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Processes;

namespace VpcMirrorOperator.Hosting;

/// <summary>The controller process, wired once for both executables.</summary>
internal static class ControllerHost
{
    /// <summary>Runs the operator until the process is interrupted or loses its lease.</summary>
    /// <param name="settings">What to do.</param>
    /// <param name="process">Clock, variables, randomness, and the request to stop.</param>
    /// <returns>True after an orderly stop; false after a lost lease or a defect.</returns>
    /// <exception cref="StartupException">A setting, the kubeconfig or a port cannot be used.</exception>
    public static async Task<bool> RunAsync(ControllerSettings settings, ProcessEnvironment process)
    {
        settings = settings with { Tenancy = TenancyFile.Read(settings.TenancyFile) };
        using var loggers = LogSetup.Create(settings.LogLevel, settings.TextLog);
        using var server = Connect(settings);
        var metrics = new OperatorMetrics(settings.LeaseName);
        using var cloud = CloudConnection.Open(settings.Endpoint, process, loggers: loggers, metrics: metrics.Cloud);
        var accounts = new CloudAccounts(new CloudAccount(Accounts.Default, cloud.Client, process.Time));
        using var parts = new OperatorParts(KindRegistry.All, settings, server, accounts, metrics, loggers, process);
        var logger = loggers.CreateLogger("process");
        logger.Starting(ProductVersion.Text, parts.Holder, server.Address);
        if (settings.TenancyFile is { } list) logger.Tenancy(list);
        else logger.NoTenancy();
        return await new OperatorProcess(parts, settings, logger).RunAsync(process.Interrupted);
    }

    private static KubeConnection Connect(ControllerSettings settings)
    {
        try
        {
            return KubeConfig.Load(settings.Kubeconfig, settings.Context);
        }
        catch (InvalidDataException e)
        {
            throw new StartupException($"{e.Message.TrimEnd('.')}.\n  Name a kubeconfig file that works: --kubeconfig FILE.", e);
        }
    }
}
