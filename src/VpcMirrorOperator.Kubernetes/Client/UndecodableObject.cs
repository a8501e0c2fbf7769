using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>An object of the server that does not fit its C# type, for example because the schema is newer than this program.</summary>
/// <param name="Meta">Its metadata, as far as that can be read; empty otherwise.</param>
/// <param name="Error">Where it does not fit: the JSON path, without any value.</param>
public sealed record UndecodableObject(ObjectMeta Meta, string Error);
