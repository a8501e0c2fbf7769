using System.CommandLine;
using VpcMirrorOperator.Hosting;

namespace VpcMirrorOperator.Commands;

/// <summary><c>controller</c>: the operator in a cluster, as the executable of the image runs it.</summary>
internal static class ControllerCommand
{
    public static Command Create(CommandContext context)
    {
        var options = new ControllerOptionSet();
        var command = new Command("controller", "Run the operator against a Kubernetes API server until SIGTERM or Ctrl-C.");
        options.AddTo(command);
        command.SetAction(async (r, _) =>
            await ControllerHost.RunAsync(options.Read(r, context), context) ? ExitCodes.Success : ExitCodes.Failure);
        return command;
    }
}
