using System.Text;
using Microsoft.AspNetCore.Http;
using Prometheus;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Informers;
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

    public OperatorMetrics(int concurrency, string leaseName)
    {
        var factory = Prometheus.Metrics.WithCustomRegistry(_registry);
        DotNetStats.Register(_registry);
        // Under the name that dashboards for processes of any language ask for.
        _memory = factory.CreateGauge("process_resident_memory_bytes", "Resident memory size in bytes.");
        factory.CreateGauge("vpcmirror_build_info", "1, with the version of this process.", ["version"]).WithLabels(ProductVersion.Text).Set(1);
        Passes = new ReconcileMetrics(factory, concurrency);
        Queue = new QueueMetrics(factory);
        Requests = new RequestMetrics(factory);
        Leader = new LeaderMetrics(factory, leaseName);
        Informers = new InformerMetrics(factory);
        Engine = new EngineMetrics(factory);
        Cloud = new CloudMetrics(factory);
    }

    public ReconcileMetrics Passes { get; }

    public QueueMetrics Queue { get; }

    public RequestMetrics Requests { get; }

    public LeaderMetrics Leader { get; }

    public InformerMetrics Informers { get; }

    /// <summary>The cache whose objects are shown; null before there is one.</summary>
    public Informer<TrafficMirrorSession>? Cache { get; set; }

    /// <summary>The reconciles under way that are shown; null before there is a controller.</summary>
    public RunningReconciles? Running { get; set; }

    public EngineMetrics Engine { get; }

    public CloudMetrics Cloud { get; }

    /// <summary><c>/metrics</c> in the text format of Prometheus.</summary>
    public async Task WriteAsync(HttpContext context)
    {
        context.Response.ContentType = PrometheusConstants.TextContentTypeWithVersionAndEncoding;
        var sessions = Cache?.List() ?? [];
        Informers.Refresh(sessions.Count, Cache?.LastContact);
        Queue.Refresh(Running);
        _memory.Set(Environment.WorkingSet);
        await _registry.CollectAndExportAsTextAsync(context.Response.Body, ExpositionFormat.PrometheusText, context.RequestAborted);
        await using var output = new StreamWriter(context.Response.Body, Utf8, BufferBytes, leaveOpen: true);
        await SessionMetrics.WriteAsync(sessions, output);
    }
}
