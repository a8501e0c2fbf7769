using System.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace VpcMirrorOperator.Hosting.Serving;

/// <summary>
/// Kestrel without a host around it: a port needs neither routing nor configuration nor files to watch, and each costs memory. As a builder
/// of hosts it only takes what Kestrel registers of itself, some of which nobody else can make.
/// </summary>
internal sealed class KestrelParts : IWebHostBuilder
{
    private readonly ServiceCollection _services = [];

    private KestrelParts() =>
        _services.AddLogging().AddMetrics().AddSingleton<DiagnosticSource>(new DiagnosticListener("Microsoft.AspNetCore"));

    /// <summary>A server that does not listen yet, and what it is made of, which lives as long.</summary>
    /// <param name="configure">Where and how it listens.</param>
    public static ServiceProvider Build(Action<KestrelServerOptions> configure)
    {
        var parts = new KestrelParts();
        parts.UseKestrelCore().ConfigureKestrel(configure);
        return parts._services.BuildServiceProvider();
    }

    /// <summary>The server among the parts.</summary>
    public static IServer ServerOf(ServiceProvider parts) => parts.GetRequiredService<IServer>();

    /// <inheritdoc/>
    public IWebHostBuilder ConfigureServices(Action<IServiceCollection> configureServices)
    {
        configureServices(_services);
        return this;
    }

    /// <inheritdoc/>
    public IWebHostBuilder ConfigureServices(Action<WebHostBuilderContext, IServiceCollection> configureServices) =>
        ConfigureServices(services => configureServices(new WebHostBuilderContext(), services));

    /// <inheritdoc/>
    public IWebHostBuilder ConfigureAppConfiguration(Action<WebHostBuilderContext, IConfigurationBuilder> configureDelegate) => this;

    /// <inheritdoc/>
    public string? GetSetting(string key) => null;

    /// <inheritdoc/>
    public IWebHostBuilder UseSetting(string key, string? value) => this;

    /// <inheritdoc/>
#pragma warning disable ASPDEPR008 // The interface wants it.
    IWebHost IWebHostBuilder.Build() => throw new NotSupportedException("There is no host.");
#pragma warning restore ASPDEPR008
}
