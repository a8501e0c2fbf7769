using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>
/// An object of the server that does not fit its C# type, for example because the schema is newer than this program, or is too large.
/// </summary>
/// <param name="Meta">Its metadata, as far as that can be read; empty otherwise.</param>
/// <param name="Error">What is wrong, without any value: the JSON path where it does not fit, or its size.</param>
public sealed record UndecodableObject(ObjectMeta Meta, string Error);
