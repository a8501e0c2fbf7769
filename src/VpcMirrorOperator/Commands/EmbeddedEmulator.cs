using VpcMirrorOperator.AlibabaCloud.Credentials;
using VpcMirrorOperator.Emulator;
using VpcMirrorOperator.Emulator.Hosting;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Commands;

/// <summary>
/// The emulator inside of a command, served over real HTTP on loopback. Its sessions outlive the process in the state folder, as
/// real ones would.
/// </summary>
internal sealed class EmbeddedEmulator : IAsyncDisposable
{
    private const string LockName = ".emulator.lock";
    private readonly VpcEmulator _emulator;
    private readonly EmulatorHost _host;
    private readonly EmulatorStateFile? _file;
    private readonly IDisposable? _held;

    /// <summary>Whether it began with its seed and not with a saved state.</summary>
    public bool StartedAfresh { get; private init; }

    private EmbeddedEmulator(
        VpcEmulator emulator, EmulatorHost host, StaticCredentialsProvider credentials, EmulatorStateFile? file, IDisposable? held) =>
        (_emulator, _host, Credentials, _file, _held) = (emulator, host, credentials, file, held);

    public Uri Address => _host.Address;

    /// <summary>The keys of the seed's first account.</summary>
    public StaticCredentialsProvider Credentials { get; }

    /// <param name="options">Seed and state folder.</param>
    /// <param name="keepState">Save changes; then no other process may use the same folder's emulator.</param>
    /// <param name="context">The process.</param>
    /// <exception cref="CommandException">The seed or the saved state is wrong, or in use.</exception>
    public static async Task<EmbeddedEmulator> StartAsync(CloudOptions options, bool keepState, CommandContext context)
    {
        var seed = SeedFile.Read(options.EmulatorSeed, context);
        var file = new EmulatorStateFile(options.StateFolder, seed);
        var held = keepState ? Lock(options.StateFolder, context.Time) : null;
        try
        {
            var saved = options.EmulatorReset ? null : file.Load();
            var emulator = new VpcEmulator(saved ?? seed.Content, context.Time);
            var host = await EmulatorHost.StartAsync(emulator, port: 0, context.Interrupted);
            var account = seed.Content.Accounts[0];
            var credentials = new StaticCredentialsProvider(account.AccessKeyId, account.AccessKeySecret, account.SecurityToken);
            return new EmbeddedEmulator(emulator, host, credentials, keepState ? file : null, held) { StartedAfresh = saved is null };
        }
        catch
        {
            held?.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Saves the state if it changed. A change that is being carried out is saved as finished: in the cloud, too, it would end
    /// by itself.
    /// </summary>
    public void Save() => _file?.Save(() => _emulator.Export(settle: true));

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        using (_held) Save();
    }

    private static IDisposable Lock(string folder, TimeProvider time) => new StateFolder(folder, time).TryLock(LockName)
        ?? throw new CommandException(
            $"{folder}: another process is using the emulator of this folder. Wait until it ends, or use another --state folder.");
}
