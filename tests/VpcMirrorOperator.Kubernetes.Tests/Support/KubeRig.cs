using Microsoft.Extensions.Time.Testing;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.Kubernetes.Tests.Support;

/// <summary>A client of a <see cref="ScriptedServer"/> on virtual time and one thread.</summary>
internal sealed class KubeRig : IDisposable, IRequestMetrics
{
    private readonly PumpContext _context = new();
    private readonly HttpMessageInvoker _http;

    public KubeRig()
    {
        _http = new HttpMessageInvoker(Server);
        Client = new KubeClient(
            _http, new Uri("https://kube.test/prefix/"), "tester", Time, new Random(1), this);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public ScriptedServer Server { get; } = new();

    public RecordedLog Log { get; } = new();

    public KubeClient Client { get; }

    public List<(string Code, string Verb, string Host, double Seconds)> Metrics { get; } = [];

    /// <summary>Starts something; what can happen without time passing has happened on return.</summary>
    public TTask Start<TTask>(Func<TTask> call)
        where TTask : Task => _context.Run(call);

    public void Do(Action action) => _context.Run(action);

    /// <summary>Lets time pass in steps of 100 ms, with everything that follows from each.</summary>
    public void Advance(double seconds)
    {
        for (var step = 0; step < Math.Round(seconds * 10); step++)
            _context.Run(() => Time.Advance(TimeSpan.FromMilliseconds(100)));
    }

    public void Completed(string code, string verb, string host, TimeSpan duration) =>
        Metrics.Add((code, verb, host, duration.TotalSeconds));

    public void Dispose()
    {
        _http.Dispose();
        Server.Dispose();
    }
}
