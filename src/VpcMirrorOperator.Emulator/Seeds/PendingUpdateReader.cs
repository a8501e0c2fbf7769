using VpcMirrorOperator.Emulator.Yaml;

namespace VpcMirrorOperator.Emulator.Seeds;

/// <summary>Reads and writes unfinished changes: <c>update</c> with the new values, or <c>delete: true</c>.</summary>
internal static class PendingUpdateReader
{
    internal static PendingUpdate<T>? Pending<T>(this SeedMap parent, Func<SeedNode, T> read)
        where T : class
    {
        if (parent.Optional("pending") is not { } node) return null;
        var map = node.AsMap("update", "delete", "modifyingIn", "endsIn");
        if (map.Has("update") == map.Has("delete"))
            throw map.Error("needs exactly one of update and delete", "Give the new values under update, or write delete: true.");
        if (map.Optional("delete") is { } delete && !delete.Flag())
            throw delete.Error("must be true", "Write delete: true, or give the new values under update.");
        var (modifyingIn, endsIn) = Times(map);
        return new(map.Optional("update") is { } update ? read(update) : null, modifyingIn, endsIn);
    }

    /// <summary>When a pending change shows, and when it ends.</summary>
    internal static (TimeSpan ModifyingIn, TimeSpan EndsIn) Times(SeedMap map)
    {
        var modifyingIn = map.Duration("modifyingIn", TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromHours(24));
        return (modifyingIn, map.Required("endsIn").Duration(modifyingIn, TimeSpan.FromHours(72)));
    }

    internal static MapWriter Pending<T>(this MapWriter parent, PendingUpdate<T>? pending, Func<T, MapWriter> write)
        where T : class
    {
        if (pending is null) return parent;
        var map = new MapWriter();
        map = pending.Update is { } update ? map.Set("update", write(update).Node) : map.Flag("delete", true, false);
        return parent.Map("pending", map.Duration("modifyingIn", pending.ModifyingIn).Duration("endsIn", pending.EndsIn).Node);
    }
}
