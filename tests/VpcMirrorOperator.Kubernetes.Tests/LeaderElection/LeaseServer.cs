using System.Text.Json.Nodes;
using VpcMirrorOperator.Kubernetes.Tests.Support;

namespace VpcMirrorOperator.Kubernetes.Tests.LeaderElection;

/// <summary>Holds one Lease as an API server does: versions, conflicts, merge patches; and can fail before or after the effect.</summary>
internal sealed class LeaseServer
{
    private int _version;

    /// <summary>The stored Lease; null when there is none.</summary>
    public JsonObject? Stored { get; private set; }

    public Queue<Fault> Faults { get; } = new();

    public Fault Always { get; set; }

    public string? Holder => (string?)Stored?["spec"]!["holderIdentity"];

    public int Seconds => (int)Stored!["spec"]!["leaseDurationSeconds"]!;

    public int Transitions => (int)Stored!["spec"]!["leaseTransitions"]!;

    /// <summary>Something else writes the Lease.</summary>
    public void Store(string spec, string labels = "{}")
    {
        Stored = (JsonObject)JsonNode.Parse($$"""{"metadata":{"name":"lock","namespace":"ns","labels":{{labels}}},"spec":{{spec}}}""")!;
        Bump();
    }

    public void Delete() => Stored = null;

    public async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var fault = Faults.TryDequeue(out var next) ? next : Always;
        if (fault == Fault.Hang) await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
        if (fault == Fault.DropBefore) throw new IOException("reset");
        if (fault == Fault.Unavailable) return ScriptedServer.Error(500, "InternalError", "etcdserver: request timed out");
        if (fault == Fault.Overtaken && Stored is not null && request.Method == HttpMethod.Patch) Bump();
        var body = request.Content is null ? null : JsonNode.Parse(await request.Content.ReadAsStringAsync(cancellationToken))!.AsObject();
        var response = Answer(request.Method.Method, body);
        return fault == Fault.DropAfter ? throw new IOException("reset") : response;
    }

    private HttpResponseMessage Answer(string verb, JsonObject? body)
    {
        if (verb == "POST")
        {
            if (Stored is not null) return ScriptedServer.Error(409, "AlreadyExists");
            Stored = body;
            Bump();
        }

        if (Stored is null) return ScriptedServer.Error(404, "NotFound");
        if (verb == "PATCH")
        {
            if ((string?)body!["metadata"]!["resourceVersion"] != (string?)Stored["metadata"]!["resourceVersion"])
                return ScriptedServer.Error(409, "Conflict");
            foreach (var (name, value) in body["spec"]!.AsObject()) Stored["spec"]![name] = value?.DeepClone();
            Bump();
        }

        return ScriptedServer.Json(Stored.ToJsonString());
    }

    private void Bump() =>
        Stored!["metadata"]!["resourceVersion"] = (++_version).ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>What goes wrong with one request.</summary>
internal enum Fault
{
    None,
    DropBefore,
    DropAfter,
    Hang,
    Unavailable,

    /// <summary>Another writer touched the object since it was read.</summary>
    Overtaken,
}
