using System.Globalization;
using System.Text.Json.Nodes;

namespace VpcMirrorOperator.Benchmarks.World;

/// <summary>The objects of one collection as JSON, with versions and the changes that a watch may still ask for.</summary>
internal sealed class ApiObjects
{
    private const int ChangesKept = 1_000;
    private readonly SortedDictionary<string, JsonObject> _objects = new(StringComparer.Ordinal);
    private readonly Queue<(long Version, string Line)> _changes = new();
    private ApiStream? _watch;
    private long _version;
    private int _created;

    public int Count => _objects.Count;

    public IEnumerable<JsonObject> All => _objects.Values;

    /// <summary>Stores a new object.</summary>
    public void Create(string name, DateTimeOffset now, JsonNode spec)
    {
        var metadata = new JsonObject
        {
            ["name"] = name, ["namespace"] = "default", ["uid"] = new Guid(++_created, 0, 0, new byte[8]).ToString(), ["generation"] = 1L,
            ["creationTimestamp"] = now.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        };
        Put("ADDED", name, new JsonObject { ["metadata"] = metadata, ["spec"] = spec });
    }

    /// <summary>Changes the spec of an object, as a user does.</summary>
    public void Edit(string name, Action<JsonObject> edit)
    {
        var changed = _objects[name].DeepClone().AsObject();
        edit(changed["spec"]!.AsObject());
        changed["metadata"]!["generation"] = (long)changed["metadata"]!["generation"]! + 1;
        Put("MODIFIED", name, changed);
    }

    /// <summary>Deletes an object, or asks for it where a finalizer holds it.</summary>
    public void Delete(string name, DateTimeOffset now)
    {
        var changed = _objects[name].DeepClone().AsObject();
        if (changed["metadata"]!["finalizers"] is JsonArray { Count: > 0 })
            changed["metadata"]!["deletionTimestamp"] = now.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        Put(IsGone(changed) || changed["metadata"]!["deletionTimestamp"] is null ? "DELETED" : "MODIFIED", name, changed);
    }

    /// <summary>A merge patch under the fence of the version in it.</summary>
    /// <returns>The object as stored; null when somebody was faster, or it is gone.</returns>
    public JsonObject? Patch(string name, JsonObject patch, bool isStatus)
    {
        if (!_objects.TryGetValue(name, out var old)) return null;
        var fence = (string?)patch["metadata"]?["resourceVersion"];
        if (fence is not null && fence != (string?)old["metadata"]!["resourceVersion"]) return null;
        var changed = old.DeepClone().AsObject();
        Merge(changed, isStatus ? new JsonObject { ["status"] = patch["status"]?.DeepClone() } : patch);
        Put(IsGone(changed) ? "DELETED" : "MODIFIED", name, changed);
        return changed;
    }

    /// <summary>Sends what has changed since a version, or all objects and the mark; then what changes from now on.</summary>
    public void Watch(ApiStream stream, string? from)
    {
        if (from is null)
        {
            foreach (var item in _objects.Values) stream.Send(Line("ADDED", item));
            stream.Send("{\"type\":\"BOOKMARK\",\"object\":{\"metadata\":{\"annotations\":{\"k8s.io/initial-events-end\":\"true\"},"
                + $"\"resourceVersion\":\"{_version}\"}}}}}}\n");
        }
        else
        {
            var since = long.Parse(from, CultureInfo.InvariantCulture);
            foreach (var (version, line) in _changes)
                if (version > since) stream.Send(line);
        }

        _watch = stream;
    }

    private static bool IsGone(JsonObject item) =>
        item["metadata"]!["deletionTimestamp"] is not null && item["metadata"]!["finalizers"] is not JsonArray { Count: > 0 };

    private static string Line(string type, JsonObject item) => $$"""{"type":"{{type}}","object":{{item.ToJsonString()}}}""" + "\n";

    private static void Merge(JsonObject target, JsonObject patch)
    {
        foreach (var (name, value) in patch)
            if (value is null) target.Remove(name);
            else if (value is JsonObject inner && target[name] is JsonObject old) Merge(old, inner);
            else target[name] = value.DeepClone();
    }

    private void Put(string type, string name, JsonObject changed)
    {
        changed["metadata"]!["resourceVersion"] = (++_version).ToString(CultureInfo.InvariantCulture);
        if (type == "DELETED") _objects.Remove(name);
        else _objects[name] = changed;
        var line = Line(type, changed);
        _changes.Enqueue((_version, line));
        if (_changes.Count > ChangesKept) _changes.Dequeue();
        _watch?.Send(line);
    }
}
