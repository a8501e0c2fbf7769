using Microsoft.AspNetCore.Http;
using Prometheus;

namespace VpcMirrorOperator.Hosting.Metrics;

/// <summary>
/// The metrics of this process. Those of the runtime have the names of controller-runtime and client-go, so that the usual dashboards
/// work; those of the domain begin with <c>vpcmirror_</c>. Labels are bounded by the number of objects, verbs and error codes.
/// </summary>
internal sealed class OperatorMetrics
{
    private readonly CollectorRegistry registry = Prometheus.Metrics.NewCustomRegistry();

    public OperatorMetrics(int concurrency, string leaseName)
    {
        var factory = Prometheus.Metrics.WithCustomRegistry(registry);
        DotNetStats.Register(registry);
        Passes = new PassMetrics(factory, concurrency);
        Queue = new QueueMetrics(factory);
        Requests = new RequestMetrics(factory);
        Leader = new LeaderMetrics(factory, leaseName);
        Sessions = new SessionMetrics(factory);
        Engine = new EngineMetrics(factory);
        Cloud = new CloudMetrics(factory);
    }

    public PassMetrics Passes { get; }

    public QueueMetrics Queue { get; }

    public RequestMetrics Requests { get; }

    public LeaderMetrics Leader { get; }

    public SessionMetrics Sessions { get; }

    public EngineMetrics Engine { get; }

    public CloudMetrics Cloud { get; }

    /// <summary><c>/metrics</c> in the text format of Prometheus.</summary>
    public async Task WriteAsync(HttpContext context)
    {
        context.Response.ContentType = PrometheusConstants.TextContentTypeWithVersionAndEncoding;
        await registry.CollectAndExportAsTextAsync(context.Response.Body, ExpositionFormat.PrometheusText, context.RequestAborted);
    }
}
