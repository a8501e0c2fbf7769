using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace VpcMirrorOperator.Emulator.Hosting;

/// <summary>Serves an emulator over plain HTTP, on loopback only: its keys are no secrets and its control API is unsigned.</summary>
public sealed class EmulatorHost : IAsyncDisposable
{
    private const long LargestBody = 8 * 1024 * 1024;

    private readonly WebApplication _app;

    private EmulatorHost(WebApplication app, Uri address) => (_app, Address) = (app, address);

    /// <summary>Where it is reached, with the port that it really has.</summary>
    public Uri Address { get; }

    /// <summary>Starts to listen on 127.0.0.1.</summary>
    /// <param name="emulator">What answers. It outlives the host.</param>
    /// <param name="port">The TCP port, or 0 for any free one.</param>
    /// <param name="cancellationToken">Ends the start, not the host; dispose the host to stop it.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<EmulatorHost> StartAsync(VpcEmulator emulator, int port, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(emulator);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        var app = builder.Build();
        app.Run(new KestrelAdapter(emulator).RunAsync);
        await app.StartAsync(cancellationToken);
        var addresses = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
        return new(app, new Uri(addresses.Addresses.Single()));
    }

    /// <summary>Stops listening and ends open connections.</summary>
    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
