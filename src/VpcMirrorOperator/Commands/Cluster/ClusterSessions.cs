using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Events;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Commands.Cluster;

/// <summary>The objects of a cluster, as a command reads and changes them: with the rights of the user who runs it.</summary>
internal sealed class ClusterSessions : IDisposable
{
    /// <summary>How often a change is begun anew when the object was changed meanwhile: the operator writes its status often.</summary>
    private const int Attempts = 8;

    private const int PageSize = 100;
    private static readonly JsonTypeInfo<TrafficMirrorSession> Type = SessionKind.TypeWith(ManagedBy.Annotations, ManagedBy.Labels);

    private readonly KubeConnection _server;
    private readonly KubeClient _client;
    private readonly CommandContext _context;
    private readonly string? _namespace;

    private ClusterSessions(KubeConnection server, ClusterOptions options, CommandContext context)
    {
        (_server, _context) = (server, context);
        _client = new KubeClient(server.Http, server.Address, "vpc-mirror", context.Time, context.NewRandom());
        _namespace = options.AllNamespaces ? null : options.Namespace ?? server.Namespace ?? "default";
    }

    /// <summary>Opens the connection; nothing has been sent yet.</summary>
    /// <exception cref="CommandException">The kubeconfig cannot be used.</exception>
    public static ClusterSessions Open(ClusterOptions options, CommandContext context)
    {
        try
        {
            return new ClusterSessions(KubeConfig.Load(options.Kubeconfig, options.Context), options, context);
        }
        catch (InvalidDataException e)
        {
            throw new CommandException($"{e.Message.TrimEnd('.')}.\n  Name a kubeconfig file that works: --kubeconfig FILE.", e);
        }
    }

    /// <summary>All objects of the namespace, or of all namespaces; in the order of their names.</summary>
    /// <exception cref="CommandException">They cannot be read.</exception>
    public async Task<IReadOnlyList<TrafficMirrorSession>> ListAsync()
    {
        var sessions = new List<TrafficMirrorSession>();
        var list = new ListOptions { Limit = PageSize };
        do
        {
            var page = await TryAsync(
                () => _client.ListAsync(
                    SessionKind.Resource.Path.In(_namespace), list, Type, _context.Interrupted),
                SessionKind.Resource.DefinitionName);
            sessions.AddRange(page.Items);
            foreach (var bad in page.Undecodable)
                _context.Error.WriteLine($"notice: {bad.Meta.Key}: left out, this version cannot read it: {bad.Error}");
            list = list with { Continue = page.Continue };
        }
        while (list.Continue is not null);
        return [.. sessions.OrderBy(s => s.Key())];
    }

    /// <summary>One object.</summary>
    /// <exception cref="CommandException">There is none, or it cannot be read.</exception>
    public Task<TrafficMirrorSession> FindAsync(string name)
    {
        var key = KeyOf(name);
        return TryAsync(
            () => _client.GetAsync(SessionKind.Resource.Path.Of(key), Type, _context.Interrupted), key.ToString());
    }

    /// <summary>The events about an object, oldest first.</summary>
    /// <exception cref="CommandException">They cannot be read.</exception>
    public Task<IReadOnlyList<ReportedEvent>> EventsAsync(TrafficMirrorSession session) =>
        TryAsync(() => EventReader.ReadAsync(_client, session.Metadata, _context.Interrupted), $"events of {session.Key()}");

    /// <summary>
    /// Changes spec or annotations of an object. When it was changed since it was read, it is read again and <paramref name="change"/>
    /// decides anew.
    /// </summary>
    /// <param name="name">The object.</param>
    /// <param name="change">What the object shall be; the same instance when nothing is to be done.</param>
    /// <returns>The object as stored.</returns>
    /// <exception cref="CommandException">It cannot be read or changed.</exception>
    public async Task<TrafficMirrorSession> ChangeAsync(string name, Func<TrafficMirrorSession, TrafficMirrorSession> change)
    {
        for (var attempt = 1; ; attempt++)
        {
            var read = await FindAsync(name);
            if (WriteBody.Change(SessionKind.Resource, read, change(read)) is not { } patch) return read;
            var path = SessionKind.Resource.Path.Of(read.Key());
            try
            {
                return await TryAsync(
                    () => _client.PatchAsync(
                        path, patch, StoreJson.Default.JsonObject, Type, _context.Interrupted),
                    read.Key().ToString());
            }
            catch (ConflictException e) when (attempt == Attempts)
            {
                throw new CommandException($"{read.Key()} is changed all the time by others. Try again.", e);
            }
            catch (ConflictException)
            {
                // Read again: what was decided rests on an object that is no more.
            }
        }
    }

    public void Dispose() => _server.Dispose();

    private ObjectKey KeyOf(string name) => new(_namespace ?? "default", name);

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
