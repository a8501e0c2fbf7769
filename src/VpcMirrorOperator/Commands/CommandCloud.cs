using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Processes;

namespace VpcMirrorOperator.Commands;

/// <summary>The cloud that a command works on: the real one, or an emulator that lives as long as this object.</summary>
internal sealed class CommandCloud : IAsyncDisposable
{
    private readonly CloudConnection _connection;
    private readonly EmbeddedEmulator? _emulator;

    private CommandCloud(CloudConnection connection, EmbeddedEmulator? emulator, Installation installation, TimeProvider time)
    {
        (_connection, _emulator, Installation) = (connection, emulator, installation);
        Accounts = new CloudAccounts(new CloudAccount(Api.Shared.Accounts.Default, connection.Client, time));
    }

    /// <summary>The accounts that manifests can name: only the default one.</summary>
    public CloudAccounts Accounts { get; }

    /// <summary>The account of the command's credentials.</summary>
    public CloudAccount Account => Accounts.Of(Api.Shared.Accounts.Default);

    /// <summary>Whose what the command creates is.</summary>
    public Installation Installation { get; }

    /// <summary>
    /// Whether the cloud is an emulator that begins with its seed: whatever was recorded of the sessions of an earlier one is about
    /// another world.
    /// </summary>
    public bool StartedAfresh => _emulator is { StartedAfresh: true };

    /// <summary>Opens a connection; nothing is called yet.</summary>
    /// <param name="options">Which cloud.</param>
    /// <param name="keepState">Whether an emulator's changes are saved for the next run.</param>
    /// <param name="context">The process.</param>
    /// <exception cref="CommandException">The endpoint, the seed or the saved state is wrong.</exception>
    public static async Task<CommandCloud> OpenAsync(CloudOptions options, bool keepState, CommandContext context)
    {
        var emulator = options.Emulator ? await EmbeddedEmulator.StartAsync(options, keepState, context) : null;
        try
        {
            var endpoint = emulator?.Address.ToString() ?? options.Endpoint;
            var connection = CloudConnection.Open(endpoint, context, emulator?.Credentials);
            return new CommandCloud(connection, emulator, options.Installation(), context.Time);
        }
        catch (StartupException e)
        {
            throw new CommandException(e.Message, e);
        }
    }

    /// <summary>Saves an emulator's state if it changed.</summary>
    public void Save() => _emulator?.Save();

    public async ValueTask DisposeAsync()
    {
        _connection.Dispose();
        if (_emulator is not null) await _emulator.DisposeAsync();
    }
}
