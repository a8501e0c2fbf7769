using Microsoft.Extensions.Logging.Abstractions;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Hosting;
using VpcMirrorOperator.Kinds.Filters;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Events;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Commands.Cluster;

/// <summary>The objects of a cluster, as a command reads and changes them: with the rights of the user who runs it.</summary>
internal sealed class ClusterObjects : IDisposable
{
    /// <summary>How often a change is begun anew when the object was changed meanwhile: the operator writes its status often.</summary>
    private const int Attempts = 8;

    private static readonly ClusterKind<TrafficMirrorSession> Sessions = new(
        SessionKind.Resource, SessionKind.TypeWith(ManagedBy.Annotations, ManagedBy.Labels), session => new SessionObject(session),
        one => ((SessionObject)one).Session);

    private static readonly ClusterKind<TrafficMirrorFilter> Filters = new(
        FilterKind.Resource, FilterKind.TypeWith(ManagedBy.Annotations, ManagedBy.Labels), filter => new FilterObject(filter),
        one => ((FilterObject)one).Filter);

    private readonly KubeConnection _server;
    private readonly KubeClient _client;
    private readonly CommandContext _context;
    private readonly string? _namespace;

    private ClusterObjects(KubeConnection server, ClusterOptions options, CommandContext context)
    {
        (_server, _context) = (server, context);
        _client = new KubeClient(server.Http, server.Address, "vpc-mirror", context.Time, context.NewRandom());
        _namespace = options.AllNamespaces ? null : options.Namespace ?? server.Namespace ?? "default";
    }

    /// <summary>Opens the connection; nothing has been sent yet.</summary>
    /// <exception cref="CommandException">The kubeconfig cannot be used.</exception>
    public static ClusterObjects Open(ClusterOptions options, CommandContext context)
    {
        try
        {
            return new ClusterObjects(KubeConfig.Load(options.Kubeconfig, options.Context), options, context);
        }
        catch (InvalidDataException e)
        {
            throw new CommandException($"{e.Message.TrimEnd('.')}.\n  Name a kubeconfig file that works: --kubeconfig FILE.", e);
        }
    }

    /// <summary>
    /// All objects of the namespace, or of all namespaces: sessions, then filters, each in the order of their names. Filters that may not
    /// be read are left out with a notice: a role, or a cluster, may be from before there were any.
    /// </summary>
    /// <exception cref="CommandException">They cannot be read.</exception>
    public async Task<IReadOnlyList<ClusterObject>> ListAsync()
    {
        var sessions = await TryAsync(() => ListAsync(Sessions), SessionKind.Resource.DefinitionName);
        try
        {
            return [.. sessions, .. await ListAsync(Filters)];
        }
        catch (KubeApiException e) when (e.IsRefused || e.IsNotFound)
        {
            Notice($"without filters: {ClusterAdvice.For(e, FilterKind.Resource.DefinitionName)}");
            return sessions;
        }
    }

    /// <summary>One object.</summary>
    /// <exception cref="CommandException">There is none, or it cannot be read.</exception>
    public Task<ClusterObject> FindAsync(ObjectName name)
    {
        var key = new ObjectKey(_namespace ?? "default", name.Name);
        return TryAsync(() => KindOf(name).GetAsync(_client, key, _context.Interrupted), Shown(name, key));
    }

    /// <summary>The filter that an object names in its own namespace; null when there is none, or it may not be read.</summary>
    public async Task<TrafficMirrorFilter?> FilterAsync(ObjectKey key)
    {
        try
        {
            return ((FilterObject)await Filters.GetAsync(_client, key, _context.Interrupted)).Filter;
        }
        catch (KubeApiException e) when (e.IsRefused || e.IsNotFound)
        {
            return null;
        }
    }

    /// <summary>
    /// Whose what the cluster's operator creates is: the uid of the namespace kube-system, which the user may be forbidden to read
    /// (rule S1).
    /// </summary>
    public async Task<Installation> InstallationAsync()
    {
        var installation = Installation.Unknown(ClusterIdentity.NotAskedYet);
        await new ClusterIdentity(_client, installation, _context.Time, NullLogger.Instance).AskAsync(_context.Interrupted);
        return installation;
    }

    /// <summary>The events about an object, oldest first.</summary>
    /// <exception cref="CommandException">They cannot be read.</exception>
    public Task<IReadOnlyList<ReportedEvent>> EventsAsync(ClusterObject about) =>
        TryAsync(() => EventReader.ReadAsync(_client, about.Metadata, _context.Interrupted), $"events of {about.Shown}");

    /// <summary>
    /// Changes spec or annotations of an object. When it was changed since it was read, it is read again and <paramref name="change"/>
    /// decides anew.
    /// </summary>
    /// <param name="name">The object.</param>
    /// <param name="change">What the object shall be; the same instance when nothing is to be done.</param>
    /// <returns>The object as stored.</returns>
    /// <exception cref="CommandException">It cannot be read or changed.</exception>
    public async Task<ClusterObject> ChangeAsync(ObjectName name, Func<ClusterObject, ClusterObject> change)
    {
        for (var attempt = 1; ; attempt++)
        {
            var read = await FindAsync(name);
            try
            {
                return await TryAsync(() => KindOf(name).WriteAsync(_client, read, change(read), _context.Interrupted), read.Shown);
            }
            catch (ConflictException e) when (attempt == Attempts)
            {
                throw new CommandException($"{read.Shown} is changed all the time by others. Try again.", e);
            }
            catch (ConflictException)
            {
                // Read again: what was decided rests on an object that is no more.
            }
        }
    }

    public void Dispose() => _server.Dispose();

    private static IClusterKind KindOf(ObjectName name) => name.Kind == FilterKind.Resource.Kind ? Filters : Sessions;

    private static string Shown(ObjectName name, ObjectKey key) =>
        name.Kind == SessionKind.Resource.Kind ? key.ToString() : $"{name.Kind} {key}";

    private Task<IReadOnlyList<ClusterObject>> ListAsync(IClusterKind kind) =>
        kind.ListAsync(_client, _namespace, Notice, _context.Interrupted);

    private void Notice(string text) => _context.Error.WriteLine($"notice: {text}");

    private static async Task<T> TryAsync<T>(Func<Task<T>> call, string what)
    {
        try
        {
            return await call();
        }
        catch (KubeApiException e)
        {
            throw new CommandException(ClusterAdvice.For(e, what), e);
        }
    }
}
