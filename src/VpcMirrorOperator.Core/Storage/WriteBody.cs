using System.Text.Json;
using System.Text.Json.Nodes;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Storage;

/// <summary>What is sent to an API server to write an object. Pure.</summary>
internal static class WriteBody
{
    /// <summary>A new object: what the caller declares of it, without a status.</summary>
    public static JsonObject Create<T>(ResourceKind<T> kind, T item)
        where T : class, IResource
    {
        var (given, path) = (item.Metadata, kind.Path);
        var metadata = new ObjectMeta
        {
            Namespace = given.Namespace,
            Name = given.Name,
            Labels = given.Labels,
            Annotations = given.Annotations,
            Finalizers = given.Finalizers,
            OwnerReferences = given.OwnerReferences,
        };
        return new JsonObject
        {
            ["apiVersion"] = $"{path.Group}/{path.Version}",
            ["kind"] = kind.Kind,
            ["metadata"] = JsonSerializer.SerializeToNode(metadata, StoreJson.Default.ObjectMeta),
            ["spec"] = kind.Spec(item),
        };
    }

    /// <summary>The difference of spec, labels and annotations; null when there is none.</summary>
    public static JsonObject? Change<T>(ResourceKind<T> kind, T read, T changed)
        where T : class, IResource
    {
        var patch = Fence(read);
        var metadata = patch["metadata"]!.AsObject();
        var fields = metadata.Count + patch.Count;
        Add(metadata, "labels", Texts(read.Metadata.Labels), Texts(changed.Metadata.Labels));
        Add(metadata, "annotations", Texts(read.Metadata.Annotations), Texts(changed.Metadata.Annotations));
        Add(patch, "spec", kind.Spec(read), kind.Spec(changed));
        return metadata.Count + patch.Count == fields ? null : patch;
    }

    /// <summary>The difference of the status only, so that fields of a newer version of the operator stay.</summary>
    public static JsonObject Status<T>(ResourceKind<T> kind, T read, T changed)
        where T : class, IResource
    {
        var patch = Fence(read);
        patch["status"] = MergePatch.Diff(kind.Status(read) ?? [], kind.Status(changed) ?? []);
        return patch;
    }

    /// <summary>One annotation.</summary>
    public static JsonObject Annotation(IResource read, string name, string value)
    {
        var patch = Fence(read);
        patch["metadata"]!["annotations"] = new JsonObject { [name] = value };
        return patch;
    }

    /// <summary>All finalizers.</summary>
    public static JsonObject Finalizers(IResource read, IReadOnlyList<string> finalizers)
    {
        var patch = Fence(read);
        patch["metadata"]!["finalizers"] = new JsonArray([.. finalizers.Select(name => (JsonNode)name)]);
        return patch;
    }

    /// <summary>
    /// A patch that the server refuses unless the object is still the one that was read. Both are needed: another uid alone is answered
    /// as an invalid change (422), not as a conflict.
    /// </summary>
    private static JsonObject Fence(IResource read) => new()
    {
        ["metadata"] = new JsonObject { ["uid"] = read.Metadata.Uid, ["resourceVersion"] = read.Metadata.ResourceVersion },
    };

    private static void Add(JsonObject patch, string name, JsonObject from, JsonObject to)
    {
        if (MergePatch.Diff(from, to) is { Count: > 0 } difference) patch[name] = difference;
    }

    private static JsonObject Texts(IReadOnlyDictionary<string, string> texts) =>
        new(texts.Select(text => KeyValuePair.Create(text.Key, (JsonNode?)text.Value)));
}
