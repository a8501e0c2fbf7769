namespace VpcMirrorOperator.Measurements.World;

/// <summary>The programs that are measured side by side.</summary>
internal static class Contenders
{
    /// <summary>
    /// Ours, and the program that <c>VPC_MIRROR_PEER</c> names, with the options in <c>VPC_MIRROR_PEER_OPTIONS</c>; without it a line says
    /// so.
    /// </summary>
    public static IReadOnlyList<Contender> Of(string binary)
    {
        var ours = Contender.Ours(binary);
        if (Environment.GetEnvironmentVariable("VPC_MIRROR_PEER") is { Length: > 0 } peer)
            return [ours, Contender.ClientGo(Path.GetFullPath(peer), Options())];
        Console.Error.WriteLine("  nothing to compare with: tests/peers/client-go was not built");
        return [ours];
    }

    private static string[] Options() =>
        (Environment.GetEnvironmentVariable("VPC_MIRROR_PEER_OPTIONS") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
