using System.Globalization;

namespace VpcMirrorOperator.Measurements.World;

/// <summary>The heap limit that the runtime gives itself in a container, three quarters of the container's; without a cgroup.</summary>
internal static class HeapLimit
{
    /// <summary>Of the shipped pod, whose limit is 128Mi.</summary>
    public static readonly IReadOnlyDictionary<string, string> Shipped = OfContainer(128 << 20);

    /// <param name="limit">The container's limit in bytes.</param>
    /// <returns>The variable that sets it, in hex without a prefix.</returns>
    public static IReadOnlyDictionary<string, string> OfContainer(long limit) => new Dictionary<string, string>
    {
        ["DOTNET_GCHeapHardLimit"] = (limit / 4 * 3).ToString("X", CultureInfo.InvariantCulture),
    };
}
