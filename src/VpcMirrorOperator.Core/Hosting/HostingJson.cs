using System.Text.Json.Serialization;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Hosting;

/// <summary>How the process itself reads objects of the API server.</summary>
[JsonSerializable(typeof(PartialObject))]
internal sealed partial class HostingJson : JsonSerializerContext;
