using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Storage;

/// <summary>How patches are written and definitions read.</summary>
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(Definition))]
internal sealed partial class StoreJson : JsonSerializerContext;
