using System.CommandLine;
using VpcMirrorOperator.Hosting;
using VpcMirrorOperator.Processes;

namespace VpcMirrorOperator.Controller;

/// <summary>
/// The command line of the image: with no command it runs the operator; <c>check-access</c> serves <c>helm test</c>; <c>version</c>.
/// Everything for people at a terminal is in the tool, <c>vpc-mirror</c>.
/// </summary>
internal static class ControllerProgram
{
    /// <summary>Runs a command line.</summary>
    /// <param name="arguments">Without the program's name.</param>
    /// <param name="process">Clock, variables, randomness, and the request to stop.</param>
    /// <param name="output">Results.</param>
    /// <param name="errors">What is wrong, and how to correct it.</param>
    /// <returns>0 after an orderly stop or a successful check, 1 otherwise.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, ProcessEnvironment process, TextWriter output, TextWriter errors)
    {
        var parsed = CreateRoot(process, output).Parse(arguments);
        if (parsed.Errors.Count > 0) return Refuse(errors, [.. parsed.Errors.Select(error => error.Message).Distinct(), "See --help."]);
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = output,
                Error = errors,
                EnableDefaultExceptionHandler = false,
                // Signals are handled by the process environment; two handlers would disagree.
                ProcessTerminationTimeout = null,
            });
        }
        catch (StartupException e)
        {
            return Refuse(errors, e.Message.Split('\n'));
        }
    }

    private static RootCommand CreateRoot(ProcessEnvironment process, TextWriter output)
    {
        var options = new ControllerOptionSet();
        var root = new RootCommand("Run the operator against a Kubernetes API server until SIGTERM or Ctrl-C.")
        {
            Version(output),
            AccessCheck.Create(process, output),
        };
        options.AddTo(root);
        root.SetAction(async (parsed, _) => await ControllerHost.RunAsync(options.Read(parsed, process), process) ? 0 : 1);
        return root;
    }

    private static Command Version(TextWriter output)
    {
        var command = new Command("version", "Print the version.");
        command.SetAction(_ => output.WriteLine($"vpc-mirror-controller {ProductVersion.Text}"));
        return command;
    }

    private static int Refuse(TextWriter errors, IEnumerable<string> lines)
    {
        foreach (var line in lines) errors.WriteLine(line.StartsWith(' ') ? line : $"error: {line}");
        return 1;
    }
}
