using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.Engine.Kinds;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Informers;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Policies.Cluster;

/// <summary>One kind of the cluster that is watched from the moment on that a policy needs it (rule P4).</summary>
/// <typeparam name="T">The kind, in the fields that are used.</typeparam>
internal sealed class WatchedKind<T>
    where T : class
{
    private const string Remedy =
        " Give the operator the right to list and watch them (config/rbac; in the chart, scope.namespaces must be empty for it).";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Stale = TimeSpan.FromMinutes(5);

    private readonly HostContext _context;
    private readonly ResourcePath _path;
    private readonly JsonTypeInfo<T> _type;
    private readonly Informer<T> _informer;
    private readonly bool _isOptional;
    private volatile string? _trouble;
    private volatile bool _isServed;
    private volatile bool _wasServed;

    /// <summary>A kind that nobody watches yet.</summary>
    /// <param name="context">The API server, and what the process gives.</param>
    /// <param name="path">Where it is served.</param>
    /// <param name="type">How it is read.</param>
    /// <param name="meta">Where an object has its metadata.</param>
    /// <param name="isOptional">Whether a cluster may be without it.</param>
    /// <param name="changed">Is told of changes.</param>
    public WatchedKind(
        HostContext context, ResourcePath path, JsonTypeInfo<T> type, Func<T, ObjectMeta> meta, bool isOptional, Action<T?, T?> changed)
    {
        (_context, _path, _type, _isOptional) = (context, path, type, isOptional);
        _trouble = $"{path.Plural} are not listed yet.";
        _informer = new Informer<T>(
            context.Client, new InformerOptions<T> { Resource = path, Type = type, Meta = meta }, context.Process.Time,
            context.Process.NewRandom(), context.Loggers.CreateLogger("informer"));
        _informer.Subscribe(changed);
    }

    /// <summary>Whether the API server has the kind.</summary>
    public bool IsServed => _isServed;

    /// <summary>Why it is not seen whole, and what to do; null when it is, or when the cluster is without it.</summary>
    public string? Blindness => _trouble is { } trouble ? trouble
        : _isServed && !_informer.HasSynced ? $"{_path.Plural} are being listed."
        : _isServed && _context.Process.Time.GetUtcNow() - _informer.LastContact > Stale
            ? $"The watch of {_path.Plural} has been silent for minutes." : null;

    /// <summary>All objects.</summary>
    public IReadOnlyList<T> List() => _isServed ? _informer.List() : [];

    /// <summary>One object.</summary>
    public T? Find(ObjectKey key) => _isServed ? _informer.Find(key) : null;

    /// <summary>Watches until cancelled; asks again for what is not served, or not allowed.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        Task? following = null;
        try
        {
            while (true)
            {
                // A kind of the cluster itself does not go away again; Terway's may, and its objects with it.
                if (!_isServed || _isOptional) await ProbeAsync(cancellationToken);
                if (_isServed) following ??= _informer.RunAsync(cancellationToken);
                await Task.Delay(Pause, _context.Process.Time, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            if (following is not null) await following;
        }
    }

    private async Task ProbeAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _context.Client.ListAsync(_path, new ListOptions { Limit = 1 }, _type, cancellationToken);
            (_isServed, _wasServed, _trouble) = (true, true, null);
        }
        catch (KubeApiException e) when (e.IsNotFound && _isOptional)
        {
            // What was there and is missing now is no proof of anything (rule P5).
            _trouble = _wasServed ? $"{_path.Plural}.{_path.Group} were served before and are missing now." : null;
        }
        catch (KubeApiException e)
        {
            _trouble = $"{_path.Plural} cannot be listed: {e.Message.TrimEnd('.')}."
                + (e.IsRefused ? Remedy : "");
        }
    }
}
