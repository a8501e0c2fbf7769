using System.CommandLine;

namespace VpcMirrorOperator.Commands.Cluster;

/// <summary>The commands that work on the objects of a cluster.</summary>
internal static class ClusterCommandTree
{
    public static IEnumerable<Command> Create(CommandContext context) =>
    [
        Status(context), Diff(context), Approve(context), Suspend("suspend", context), Suspend("resume", context), Reconcile(context),
        History(context),
    ];

    private static Command Status(CommandContext context)
    {
        var name = Name();
        name.Arity = ArgumentArity.ZeroOrOne;
        var (cluster, format) = (new ClusterCommandOptions(), CommandOptions.Format());
        var command = new Command("status", "Show where the objects of a cluster stand.") { name, format };
        cluster.AddTo(command, many: true);
        command.SetAction((r, _) => StatusCommand.RunAsync(
            r.GetValue(name) is { } text ? ObjectName.Parse(text) : null, cluster.Read(r, context), r.GetValue(format), context));
        return command;
    }

    private static Command Diff(CommandContext context)
    {
        var (name, cluster, format) = (Name(), new ClusterCommandOptions(), CommandOptions.Format());
        var endpoint = new Option<string>("--endpoint")
        {
            Description = "VPC endpoint to call instead of the region's: a host or an https URL, http on loopback only.", HelpName = "URL",
        };
        var status = new Option<bool>("--from-status") { Description = "Show what the operator last wrote, without asking the cloud." };
        var command = new Command(
            "diff", "Show the whole plan of an object. Exit code 0: no change, 2: changes, 3: changes that are held, 1: error.")
        {
            name, endpoint, status, format,
        };
        cluster.AddTo(command);
        command.SetAction((r, _) => DiffCommand.RunAsync(
            NameOf(r, name), r.GetValue(status), r.GetValue(endpoint), cluster.Read(r, context), r.GetValue(format), context));
        return command;
    }

    private static Command Approve(CommandContext context)
    {
        var (name, cluster) = (Name(), new ClusterCommandOptions());
        var hash = new Option<string>("--hash")
        {
            Description = "Only if the plan is still the one with this hash, as diff and status show it; or the alteration to accept.",
            HelpName = "HASH",
        };
        var command = new Command("approve", "Approve the plan that the operator shows for an object.") { name, hash };
        cluster.AddTo(command);
        command.SetAction(
            (r, _) => ApproveCommand.RunAsync(NameOf(r, name), r.GetValue(hash), cluster.Read(r, context), context));
        return command;
    }

    private static Command Suspend(string verb, CommandContext context)
    {
        var (name, cluster, suspend) = (Name(), new ClusterCommandOptions(), verb == "suspend");
        var command = new Command(verb, suspend ? "Make no writes for an object." : "Let the operator write for an object again.") { name };
        cluster.AddTo(command);
        command.SetAction((r, _) => SuspendCommand.RunAsync(NameOf(r, name), suspend, cluster.Read(r, context), context));
        return command;
    }

    private static Command Reconcile(CommandContext context)
    {
        var (name, cluster) = (Name(), new ClusterCommandOptions());
        var timeout = CommandOptions.Timeout();
        timeout.Description = "How long to wait for the operator, for example 30s; default 2m.";
        var noWait = new Option<bool>("--no-wait") { Description = "Ask, and do not wait for the answer." };
        var command = new Command("reconcile", "Ask the operator to compare an object with the cloud now.") { name, timeout, noWait };
        cluster.AddTo(command);
        command.SetAction((r, _) => ReconcileCommand.RunAsync(
            NameOf(r, name), !r.GetValue(noWait), r.GetValue(timeout) ?? ReconcileCommand.DefaultTimeout, cluster.Read(r, context),
            context));
        return command;
    }

    private static Command History(CommandContext context)
    {
        var (name, cluster, format) = (Name(), new ClusterCommandOptions(), CommandOptions.Format());
        var command = new Command("history", "Show what happened to an object: its events.") { name, format };
        cluster.AddTo(command);
        command.SetAction(
            (r, _) => HistoryCommand.RunAsync(NameOf(r, name), cluster.Read(r, context), r.GetValue(format), context));
        return command;
    }

    private static ObjectName NameOf(ParseResult result, Argument<string> name) => ObjectName.Parse(result.GetRequiredValue(name))!;

    private static Argument<string> Name()
    {
        var argument = new Argument<string>("NAME") { Description = "The name of a session, or tmf/NAME for a filter." };
        argument.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
                if (ObjectName.Parse(token.Value) is null)
                    result.AddError($"'{token.Value}' is not an object's name: NAME of a session, tms/NAME, or tmf/NAME of a filter.");
        });
        return argument;
    }
}
