using System.ComponentModel;
using System.Diagnostics;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.Emulator.Tests.Conformance;

/// <summary>Runs a script that drives an emulator on loopback with an official SDK.</summary>
internal static class SdkScript
{
    private static string Folder { get; } = Repository.PathOf("tests", "sdk-conformance");

    /// <summary>The lines that the script prints; null when the SDK or Node.js is not installed.</summary>
    public static async Task<IReadOnlyList<string>?> RunAsync(string script, string package, VpcEmulator emulator)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "@alicloud", package))) return null;
        using var hangGuard = new CancellationTokenSource(TimeSpan.FromMinutes(2), TimeProvider.System);
        await using var host = await EmulatorHost.StartAsync(emulator, 0, hangGuard.Token);
        try
        {
            return await RunAsync(script, host.Address, hangGuard.Token);
        }
        catch (Win32Exception)
        {
            return null; // node itself is not installed
        }
    }

    private static async Task<IReadOnlyList<string>> RunAsync(string script, Uri endpoint, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("node", [script, endpoint.ToString()])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsProxy).ToList()) start.Environment.Remove(name);
        using var node = Process.Start(start)!;
        try
        {
            var output = await node.StandardOutput.ReadToEndAsync(cancellationToken);
            await node.WaitForExitAsync(cancellationToken);
            return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        finally
        {
            if (!node.HasExited) node.Kill(entireProcessTree: true);
        }
    }

    private static bool IsProxy(string name) => name.EndsWith("_proxy", StringComparison.OrdinalIgnoreCase);
}
