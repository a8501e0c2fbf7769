using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Manifests;

/// <summary>
/// Reads <c>metadata</c>: name, namespace, labels and annotations. Everything else that Kubernetes itself may put there is passed
/// over, so that the output of <c>kubectl get -o yaml</c> is a valid manifest.
/// </summary>
internal static class MetadataReader
{
    /// <summary>The namespace of an object that names none, as for kubectl.</summary>
    public const string DefaultNamespace = "default";

    private static readonly string[] Known =
    [
        "name", "namespace", "labels", "annotations",
        "generateName", "uid", "resourceVersion", "generation", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds",
        "ownerReferences", "finalizers", "managedFields", "selfLink",
    ];

    public static ObjectMeta Read(YamlMap map, ManifestErrors errors)
    {
        var reader = new MapReader(map, "metadata", errors, Known);
        return new ObjectMeta
        {
            Name = ReadName(reader),
            Namespace = ReadNamespace(reader),
            Labels = reader.Texts("labels"),
            Annotations = reader.Texts("annotations"),
        };
    }

    private static string ReadName(MapReader reader)
    {
        var name = reader.RequiredText("name", "Name the object; generateName is not supported here.");
        if (name is not null && !IdPatterns.Name().IsMatch(name))
            reader.Wrong(
                "name", $"\"{name}\" is not a valid name",
                "Use at most 253 lower-case letters, digits, '-' and '.', as for any Kubernetes object.");
        return name ?? "";
    }

    private static string ReadNamespace(MapReader reader)
    {
        var name = reader.Text("namespace") ?? DefaultNamespace;
        if (!IdPatterns.Namespace().IsMatch(name))
            reader.Wrong("namespace", $"\"{name}\" is not a valid namespace", "Use at most 63 lower-case letters, digits and '-'.");
        return name;
    }
}
