using System.CommandLine;
using System.CommandLine.Invocation;
using VpcMirrorOperator.Output;
using VpcMirrorOperator.Processes;

namespace VpcMirrorOperator.Commands;

/// <summary><c>version</c>, and <c>--version</c>, which says the same.</summary>
internal static class VersionCommand
{
    public static void AddTo(RootCommand root, CommandContext context)
    {
        var format = CommandOptions.Format();
        var command = new Command("version", "Print the version.") { format };
        command.SetAction(parsed => Print(parsed.GetValue(format), context));
        root.Subcommands.Add(command);
        root.Options.OfType<VersionOption>().Single().Action = new Printed(context);
    }

    private static int Print(OutputFormat format, CommandContext context)
    {
        if (format == OutputFormat.Table) context.Out.WriteLine($"vpc-mirror {ProductVersion.Text}");
        else context.Out.Write(ReportJson.Write(new VersionReport(ProductVersion.Text), format));
        return ExitCodes.Success;
    }

    private sealed class Printed(CommandContext context) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult) => Print(OutputFormat.Table, context);
    }
}
