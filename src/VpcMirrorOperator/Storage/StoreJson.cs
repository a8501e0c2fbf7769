using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Storage;

/// <summary>How patches are written.</summary>
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class StoreJson : JsonSerializerContext;
