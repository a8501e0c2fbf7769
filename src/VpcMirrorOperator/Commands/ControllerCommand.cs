using System.CommandLine;
using VpcMirrorOperator.Hosting;
using VpcMirrorOperator.Hosting.Metrics;
using VpcMirrorOperator.Kubernetes.Client;

namespace VpcMirrorOperator.Commands;

/// <summary><c>controller</c>: the operator in a cluster.</summary>
internal static class ControllerCommand
{
    public static Command Create(CommandContext context)
    {
        var options = new ControllerOptionSet();
        var command = new Command("controller", "Run the operator against a Kubernetes API server until SIGTERM or Ctrl-C.");
        options.AddTo(command);
        command.SetAction((r, _) => RunAsync(options.Read(r, context), context));
        return command;
    }

    /// <param name="settings">What to do.</param>
    /// <param name="context">The process.</param>
    /// <returns>0 after a stop, 1 after a lost lease or a defect.</returns>
    public static async Task<int> RunAsync(ControllerSettings settings, CommandContext context)
    {
        using var loggers = LogSetup.Create(settings.LogLevel, settings.TextLog);
        using var server = Connect(settings);
        var metrics = new OperatorMetrics(settings.Concurrency, settings.LeaseName);
        await using var cloud = await CloudConnection.OpenAsync(
            new CloudOptions(Emulator: false, null, false, settings.Endpoint, StateFolder: ""), keepState: false, context,
            loggers, metrics.Cloud);
        using var parts = new OperatorParts(settings, server, cloud.Client, metrics, loggers, context);
        var logger = loggers.CreateLogger("process");
        logger.Starting(ProductVersion.Text, parts.Holder, server.Address);
        return await new OperatorProcess(parts, settings, logger).RunAsync(context.Interrupted);
    }

    private static KubeConnection Connect(ControllerSettings settings)
    {
        try
        {
            return KubeConfig.Load(settings.Kubeconfig);
        }
        catch (InvalidDataException e)
        {
            throw new CommandException($"{e.Message.TrimEnd('.')}.\n  Name a kubeconfig file that works: --kubeconfig FILE.", e);
        }
    }
}
