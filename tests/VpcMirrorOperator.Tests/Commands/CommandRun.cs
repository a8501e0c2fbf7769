using System.Security.Cryptography;
using VpcMirrorOperator.Commands;
using VpcMirrorOperator.Emulator;
using VpcMirrorOperator.Emulator.Hosting;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Snapshots;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.Tests.Commands;

/// <summary>Runs command lines in this process, in a folder of their own, and against an emulator where asked.</summary>
public sealed class CommandRun : IAsyncDisposable
{
    public const string Seed = """
        settings: {modifyDuration: 20ms}
        accounts:
        - name: test
          accessKeyId: LTAItest
          accessKeySecret: test-secret
          regions:
          - id: cn-hangzhou
            sessions:
            - {id: tms-a1, sources: [eni-a1, eni-z9]}
            - {id: tms-b2, sources: []}
        """;

    private readonly TempFolder _folder = new();
    private EmulatorHost? _host;

    public VpcEmulator Emulator { get; } = new(EmulatorSeed.Parse(Seed, "seed"), TimeProvider.System);

    public Dictionary<string, string> Variables { get; } = new()
    {
        ["ALIBABA_CLOUD_ACCESS_KEY_ID"] = "LTAItest",
        ["ALIBABA_CLOUD_ACCESS_KEY_SECRET"] = "test-secret",
        ["ALIBABA_CLOUD_ECS_METADATA_DISABLED"] = "true",
    };

    public TimeProvider Time { get; set; } = TimeProvider.System;

    public string Program { get; set; } = "vpc-mirror";

    public TextReader In { get; set; } = TextReader.Null;

    public TextWriter? Screen { get; set; }

    public TextWriter? Errors { get; set; }

    internal TerminalSize? Terminal { get; set; }

    public CancellationTokenSource Interrupt { get; } = new();

    public string Folder => _folder.Path;

    public IEnumerable<EmulatorCall> Writes => Emulator.Snapshot().Calls.Where(c => c.Action != "ListTrafficMirrorSessions");

    public string Write(string name, string text) => _folder.Write(name, text);

    /// <summary>Writes the small valid manifest, which differs from the emulator's session by one source each way.</summary>
    public void WriteManifest() => _folder.Write("m.yaml", Manifest.Valid);

    public async Task<string> EndpointAsync()
    {
        _host ??= await EmulatorHost.StartAsync(Emulator, 0, TestContext.Current.CancellationToken);
        return _host.Address.GetLeftPart(UriPartial.Authority);
    }

    public async Task<CommandResult> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var context = new CommandContext
        {
            In = In,
            Out = Screen ?? output,
            Error = Errors ?? error,
            Time = Time,
            Variable = Variables.GetValueOrDefault,
            CurrentDirectory = _folder.Path,
            Terminal = () => Terminal,
            ProgramName = Program,
            RandomBytes = RandomNumberGenerator.GetBytes,
            Interrupted = Interrupt.Token,
        };
        var code = await CommandLine.RunAsync(arguments, context);
        return new CommandResult(code, output.ToString(), error.ToString());
    }

    /// <summary>Runs against the emulator over HTTP, with the account's keys from the environment.</summary>
    public async Task<CommandResult> RunOnEmulatorAsync(params string[] arguments) =>
        await RunAsync([.. arguments, "--endpoint", await EndpointAsync()]);

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        Interrupt.Dispose();
        _folder.Dispose();
    }
}
