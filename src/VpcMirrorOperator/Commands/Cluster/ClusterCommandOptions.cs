using System.CommandLine;

namespace VpcMirrorOperator.Commands.Cluster;

/// <summary>The options of every command that talks to a cluster, named as kubectl names them.</summary>
internal sealed class ClusterCommandOptions
{
    private readonly Option<string> _kubeconfig = new("--kubeconfig")
    {
        Description = "Kubeconfig file. Default: KUBECONFIG, then the pod's service account, then ~/.kube/config.", HelpName = "FILE",
    };

    private readonly Option<string> _context = new("--context")
    {
        Description = "Context of the kubeconfig. Default: the current one.", HelpName = "NAME",
    };

    private readonly Option<string> _namespace = new("--namespace", "-n")
    {
        Description = "Namespace. Default: that of the context.", HelpName = "NAMESPACE",
    };

    private readonly Option<bool> _all = new("--all-namespaces", "-A") { Description = "All namespaces." };

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="many">Whether it can work on all namespaces.</param>
    public void AddTo(Command command, bool many = false)
    {
        foreach (Option option in (Option[])[_kubeconfig, _context, _namespace]) command.Options.Add(option);
        if (!many) return;
        command.Options.Add(_all);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_all) && result.GetValue(_namespace) is not null)
                result.AddError("--namespace and --all-namespaces exclude each other.");
        });
    }

    public ClusterOptions Read(ParseResult result, CommandContext context) => new(
        result.GetValue(_kubeconfig) is { } file ? context.FullPath(file) : null, result.GetValue(_context), result.GetValue(_namespace),
        result.GetValue(_all));
}
