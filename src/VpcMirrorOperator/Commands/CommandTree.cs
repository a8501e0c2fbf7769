using System.CommandLine;
using VpcMirrorOperator.Commands.Cluster;
using VpcMirrorOperator.Commands.Completion;

namespace VpcMirrorOperator.Commands;

/// <summary>The commands with their options.</summary>
internal static class CommandTree
{
    public static RootCommand Create(CommandContext context)
    {
        var root = new RootCommand("Keeps the sources of Alibaba Cloud VPC traffic mirror sessions as declared.")
        {
            Plan(context), Apply(context), Delete(context), List(context), Import(context),
            ControllerCommand.Create(context), Emulator(context),
        };
        VersionCommand.AddTo(root, context);
        foreach (var command in ClusterCommandTree.Create(context)) root.Subcommands.Add(command);
        foreach (var command in CompletionCommand.Create(root, context)) root.Subcommands.Add(command);
        HelpCommand.AddTo(root, context);
        return root;
    }

    private static Command Plan(CommandContext context)
    {
        var (paths, format, cloud) = (CommandOptions.Paths(), CommandOptions.Format(), new CloudCommandOptions());
        var command = new Command(
            "plan", "Show what apply would change. Exit code 0: nothing, 2: changes, 3: changes that are held, 1: error.")
        {
            paths, format,
        };
        cloud.AddTo(command);
        command.SetAction((r, _) => PlanCommand.RunAsync(r.GetRequiredValue(paths), r.GetValue(format), cloud.Read(r, context), context));
        return command;
    }

    private static Command Apply(CommandContext context)
    {
        var (paths, format, cloud) = (CommandOptions.Paths(), CommandOptions.Format(), new CloudCommandOptions());
        var watch = new Option<bool>("--watch", "-w")
        {
            Description = "Keep running until Ctrl-C: follow changed manifests, repair drift, retry whatever fails.",
        };
        var timeout = CommandOptions.Timeout();
        var approve = CommandOptions.Approve();
        var command = new Command(
            "apply",
            "Bring the sessions to what the manifests declare. Exit code 0: all Ready, 3: the others are held, 1: not, 130: interrupted.")
        {
            paths, watch, timeout, approve, format,
        };
        cloud.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(watch) && result.GetValue(approve) is { Length: > 0 })
                result.AddError("--approve and --watch exclude each other: with --watch, set the annotation in the manifest.");
        });
        command.SetAction((r, _) => ApplyCommand.RunAsync(
            new ApplyOptions(r.GetRequiredValue(paths), r.GetValue(watch), r.GetValue(timeout), r.GetValue(format), cloud.Read(r, context),
                r.GetValue(approve) ?? []),
            context));
        return command;
    }

    private static Command Delete(CommandContext context)
    {
        var (paths, timeout, format, cloud) =
            (CommandOptions.Paths(), CommandOptions.Timeout(), CommandOptions.Format(), new CloudCommandOptions());
        var command = new Command(
            "delete",
            "Delete what the manifests declare, in the cloud as each deletionPolicy says. Exit code 0: all gone, 3: the others are held, "
            + "1: not, 130: interrupted.")
        {
            paths, timeout, format,
        };
        cloud.AddTo(command);
        command.SetAction((r, _) => DeleteCommand.RunAsync(
            new DeleteOptions(r.GetRequiredValue(paths), r.GetValue(timeout), r.GetValue(format), cloud.Read(r, context)), context));
        return command;
    }

    private static Command List(CommandContext context)
    {
        var (region, paths, format, cloud) =
            (CommandOptions.Region(), CommandOptions.Paths(), CommandOptions.Format(), new CloudCommandOptions());
        paths.Required = false;
        paths.Description = "Also tell which sessions these manifests declare.";
        var command = new Command("list", "List the sessions of a region, declared or not.") { region, paths, format };
        cloud.AddTo(command);
        command.SetAction((r, _) => ListCommand.RunAsync(
            r.GetRequiredValue(region), r.GetValue(paths) ?? [], r.GetValue(format), cloud.Read(r, context), context));
        return command;
    }

    private static Command Import(CommandContext context)
    {
        var region = CommandOptions.Region();
        var ids = CommandOptions.CloudIds();
        var file = new Option<string>("--output", "-o")
        {
            Description = "Write to this file instead of standard output.",
            HelpName = "FILE",
        };
        var force = new Option<bool>("--force") { Description = "Overwrite an existing file." };
        var all = new Option<bool>("--all") { Description = "All filters and sessions of the region." };
        var tag = CommandOptions.Tag();
        var cloud = new CloudCommandOptions();
        var command = new Command("import", "Write a manifest that adopts existing sessions and filters as they are, with all attributes.")
        {
            ids, all, tag, region, file, force,
        };
        cloud.AddTo(command);
        command.Validators.Add(result =>
        {
            var ways = new[] { result.GetValue(all), result.GetValue(ids) is { Length: > 0 }, result.GetResult(tag) is not null };
            if (ways.Count(way => way) != 1)
                result.AddError("Name sessions or filters, or take --all of the region, or those with a --tag.");
        });
        command.SetAction((r, _) => ImportCommand.RunAsync(
            r.GetRequiredValue(region), new ImportSelection(r.GetValue(ids) ?? [], r.GetValue(tag)), r.GetValue(file), r.GetValue(force),
            cloud.Read(r, context), context));
        return command;
    }

    private static Command Emulator(CommandContext context)
    {
        var seed = new Option<string>("--seed") { Description = "Seed file; the default is a small demo.", HelpName = "FILE" };
        var port = CommandOptions.Port();
        var command = new Command("emulator", "Serve the VPC emulator on loopback until Ctrl-C.") { seed, port };
        command.SetAction((r, _) => EmulatorCommand.RunAsync(r.GetValue(seed), r.GetValue(port), context));
        return command;
    }
}
