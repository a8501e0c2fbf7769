using System.Text.Json.Nodes;

namespace VpcMirrorOperator.Storage;

/// <summary>JSON merge patches (RFC 7396). Pure.</summary>
internal static class MergePatch
{
    /// <summary>
    /// The patch that turns one object into the other: null for a field that is gone, a list as a whole when anything in it differs.
    /// Fields that neither side has are left alone by it.
    /// </summary>
    /// <param name="from">What is stored; no field of it is null.</param>
    /// <param name="to">What shall be stored; no field of it is null, because a patch cannot say that.</param>
    /// <returns>An object of its own; empty when there is no difference.</returns>
    public static JsonObject Diff(JsonObject from, JsonObject to)
    {
        var patch = new JsonObject();
        foreach (var (name, value) in to) Compare(patch, name, from[name], value);
        foreach (var (name, _) in from)
            if (!to.ContainsKey(name)) patch[name] = null;
        return patch;
    }

    private static void Compare(JsonObject patch, string name, JsonNode? old, JsonNode? value)
    {
        if (JsonNode.DeepEquals(old, value)) return;
        patch[name] = old is JsonObject before && value is JsonObject after ? Diff(before, after) : value?.DeepClone();
    }
}
