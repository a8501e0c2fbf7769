using System.CommandLine;
using VpcMirrorOperator.Engine.Lifecycle;

namespace VpcMirrorOperator.Commands;

/// <summary>The options of every command that talks to a cloud.</summary>
internal sealed class CloudCommandOptions
{
    private const string DefaultStateFolder = ".vpc-mirror";

    private readonly Option<bool> _emulator = new("--emulator")
    {
        Description = "Use the embedded emulator instead of the cloud: no account needed.",
    };

    private readonly Option<string> _seed = new("--emulator-seed")
    {
        Description = "Seed file of the embedded emulator; the default is a small demo.", HelpName = "FILE",
    };

    private readonly Option<bool> _reset = new("--emulator-reset")
    {
        Description = "Start over: the embedded emulator from its seed, and without what was recorded of its sessions.",
    };

    private readonly Option<string> _endpoint = new("--endpoint")
    {
        Description = "VPC endpoint to call instead of the region's: a host or an https URL, http on loopback only.", HelpName = "URL",
    };

    private readonly Option<string> _owner = new("--owner")
    {
        Description = "Whose the sessions and filters are that are created: the same name in each run. Default with --emulator: local.",
        HelpName = "NAME",
    };

    private readonly Option<string> _state = new("--state")
    {
        Description = "Folder for status and emulator state.", HelpName = "DIR", DefaultValueFactory = _ => DefaultStateFolder,
    };

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_emulator, _seed, _reset, _endpoint, _owner, _state]) command.Options.Add(option);
        command.Validators.Add(result =>
        {
            var embedded = result.GetValue(_emulator);
            if (embedded && result.GetValue(_endpoint) is not null) result.AddError("--emulator and --endpoint exclude each other.");
            if (!embedded && (result.GetValue(_seed) is not null || result.GetValue(_reset)))
                result.AddError("--emulator-seed and --emulator-reset need --emulator.");
            if (result.GetValue(_owner) is { } owner && !Installation.IsOwner(owner))
                result.AddError(
                    $"--owner: '{owner}' cannot mark what is created. Give 1 to {Installation.MaxLength} letters, digits, dots, hyphens "
                    + "and underscores that do not begin with aliyun.");
        });
    }

    public CloudOptions Read(ParseResult result, CommandContext context) => new(
        result.GetValue(_emulator), result.GetValue(_seed), result.GetValue(_reset), result.GetValue(_endpoint),
        result.GetValue(_owner), StateFolder(result, context));

    /// <summary>What was learned of an emulated session must not speak for a real one with the same id.</summary>
    private string StateFolder(ParseResult result, CommandContext context)
    {
        var folder = context.FullPath(result.GetValue(_state)!);
        return result.GetValue(_emulator) ? Path.Join(folder, "emulator") : folder;
    }
}
