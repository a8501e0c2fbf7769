namespace VpcMirrorOperator.Emulator.Hosting;

/// <summary>
/// Tells requests that were really meant for this host from those that a web page makes through a browser on the same machine: to
/// loopback (they carry the page's <c>Origin</c>), or by a name of the page's own that suddenly means loopback (DNS rebinding; they carry
/// that name as <c>Host</c>). Pure.
/// </summary>
internal static class LoopbackNames
{
    private static readonly string[] Names = ["127.0.0.1", "localhost", "[::1]"];

    /// <summary>Whether the value of <c>Host</c> is a name of loopback, with the port.</summary>
    /// <param name="host">The header.</param>
    /// <param name="port">The port that the request came to.</param>
    internal static bool IsHost(string host, int port) => Names.Any(name => Is(host, name, port));

    /// <summary>Whether there is no page, or one that this host itself could have served.</summary>
    /// <param name="origin">The header <c>Origin</c>; null without one. A page without an origin of its own sends the word null.</param>
    /// <param name="port">The port that the request came to.</param>
    internal static bool IsOrigin(string? origin, int port) => origin is null
        || (origin.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && IsHost(origin["http://".Length..], port));

    /// <summary>A browser leaves the port out where it is that of the scheme.</summary>
    private static bool Is(string host, string name, int port) =>
        string.Equals(host, string.Create(null, $"{name}:{port}"), StringComparison.OrdinalIgnoreCase)
        || (port == 80 && string.Equals(host, name, StringComparison.OrdinalIgnoreCase));
}
