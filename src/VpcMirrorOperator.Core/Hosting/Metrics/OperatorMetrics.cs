using System.Text;
using Microsoft.AspNetCore.Http;
using Prometheus;
using VpcMirrorOperator.Engine.Kinds;
using VpcMirrorOperator.Processes;

namespace VpcMirrorOperator.Hosting.Metrics;

/// <summary>
/// The metrics of this process. Those of the runtime have the names of controller-runtime and client-go, so that the usual dashboards
/// work; those of the domain begin with <c>vpcmirror_</c>. Labels are bounded by the number of objects, verbs and error codes.
/// </summary>
internal sealed class OperatorMetrics
{
    private const int BufferBytes = 16 * 1024;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly CollectorRegistry _registry = Prometheus.Metrics.NewCustomRegistry();

    private readonly Gauge _memory;

    public OperatorMetrics(string leaseName)
    {
        Factory = Prometheus.Metrics.WithCustomRegistry(_registry);
        DotNetStats.Register(_registry);
        // Under the name that dashboards for processes of any language ask for.
        _memory = Factory.CreateGauge("process_resident_memory_bytes", "Resident memory size in bytes.");
        Factory.CreateGauge("vpcmirror_build_info", "1, with the version of this process.", ["version"])
            .WithLabels(ProductVersion.Text).Set(1);
        Requests = new RequestMetrics(Factory);
        Leader = new LeaderMetrics(Factory, leaseName);
        Informers = new InformerMetrics(Factory);
        Cloud = new CloudMetrics(Factory);
        Events = new EventMetrics(Factory);
    }

    /// <summary>Makes the metrics of each kind, served with these.</summary>
    public IMetricFactory Factory { get; }

    public RequestMetrics Requests { get; }

    public LeaderMetrics Leader { get; }

    public InformerMetrics Informers { get; }

    public CloudMetrics Cloud { get; }

    public EventMetrics Events { get; }

    /// <summary><c>/metrics</c> in the text format of Prometheus.</summary>
    /// <param name="context">The request.</param>
    /// <param name="kinds">The kinds of this process.</param>
    public async Task WriteAsync(HttpContext context, IReadOnlyList<IHostedKind> kinds)
    {
        context.Response.ContentType = PrometheusConstants.TextContentTypeWithVersionAndEncoding;
        var scrapes = kinds.Select(kind => kind.Scrape()).ToList();
        Informers.Refresh(scrapes.Sum(scrape => scrape.Objects), Heard(kinds));
        _memory.Set(Environment.WorkingSet);
        await _registry.CollectAndExportAsTextAsync(context.Response.Body, ExpositionFormat.PrometheusText, context.RequestAborted);
        await using var output = new StreamWriter(context.Response.Body, Utf8, BufferBytes, leaveOpen: true);
        foreach (var scrape in scrapes) await scrape.WriteAsync(output);
    }

    /// <summary>When the server was last heard, by the informer for which that is longest ago; null while one has not heard it.</summary>
    private static DateTimeOffset? Heard(IReadOnlyList<IHostedKind> kinds) =>
        kinds.Any(kind => kind.LastContact is null) ? null : kinds.Min(kind => kind.LastContact);
}
