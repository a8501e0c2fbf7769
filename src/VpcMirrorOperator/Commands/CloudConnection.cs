using Microsoft.Extensions.Logging;
using VpcMirrorOperator.AlibabaCloud.CredentialChain;
using VpcMirrorOperator.AlibabaCloud.CredentialChain.Inputs;
using VpcMirrorOperator.AlibabaCloud.Credentials;
using VpcMirrorOperator.AlibabaCloud.Endpoints;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Signing;

namespace VpcMirrorOperator.Commands;

/// <summary>A client of the real cloud, or of an emulator that lives as long as the connection.</summary>
internal sealed class CloudConnection : IAsyncDisposable
{
    private readonly HttpMessageInvoker http;
    private readonly EmbeddedEmulator? emulator;

    private CloudConnection(HttpMessageInvoker http, RpcClient client, EmbeddedEmulator? emulator) =>
        (this.http, Client, this.emulator) = (http, client, emulator);

    public RpcClient Client { get; }

    /// <summary>Opens a connection; nothing is called yet.</summary>
    /// <param name="options">Which cloud.</param>
    /// <param name="keepState">Whether an emulator's changes are saved for the next run.</param>
    /// <param name="context">The process.</param>
    /// <param name="logs">Log of the calls and of the credentials, if anybody wants it.</param>
    /// <param name="metrics">Counts the calls, if anybody wants it.</param>
    /// <exception cref="CommandException">The endpoint, the seed or the saved state is wrong.</exception>
    public static async Task<CloudConnection> OpenAsync(
        CloudOptions options, bool keepState, CommandContext context,
        ILoggerFactory? logs = null, IRpcMetrics? metrics = null)
    {
        var emulator = options.Emulator ? await EmbeddedEmulator.StartAsync(options, keepState, context) : null;
        var http = new HttpMessageInvoker(RpcClient.CreateHandler());
        try
        {
            ICredentialsProvider credentials = emulator is null ? RealCredentials(http, context, logs) : emulator.Credentials;
            var client = new RpcClient(
                http, credentials, Options(emulator?.Address.ToString() ?? options.Endpoint), context.Time, new RandomNonceSource(),
                logs?.CreateLogger<RpcClient>(), metrics);
            return new CloudConnection(http, client, emulator);
        }
        catch (ArgumentException e)
        {
            http.Dispose();
            throw new CommandException($"--endpoint: {e.Message}", e);
        }
    }

    /// <summary>Saves an emulator's state if it changed.</summary>
    public void Save() => emulator?.Save();

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (emulator is not null) await emulator.DisposeAsync();
    }

    private static RpcClientOptions Options(string? endpoint) => endpoint is null
        ? new RpcClientOptions()
        : new RpcClientOptions { Endpoints = new EndpointOptions { Overrides = new Dictionary<string, string> { ["Vpc"] = endpoint } } };

    private static DefaultCredentialsChain RealCredentials(HttpMessageInvoker http, CommandContext context, ILoggerFactory? logs) => new(new CredentialsEnvironment
    {
        Variable = context.Variable,
        HomeDirectory = context.HomeDirectory,
        ReadFile = path => File.Exists(path) ? File.ReadAllText(path) : null,
        Http = http,
        Time = context.Time,
        Nonces = new RandomNonceSource(),
        Logger = logs?.CreateLogger<DefaultCredentialsChain>(),
    });
}
