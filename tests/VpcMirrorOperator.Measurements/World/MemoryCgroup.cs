using System.Globalization;
using VpcMirrorOperator.Measurements.Report;

namespace VpcMirrorOperator.Measurements.World;

/// <summary>
/// A cgroup of its own for one program, with a limit as the kubelet sets it; version 2 or 1, whichever rules memory on this machine.
/// </summary>
internal sealed class MemoryCgroup : IDisposable
{
    private const string Root = "/sys/fs/cgroup";
    private readonly string _folder;

    private MemoryCgroup(string folder, int version) => (_folder, Version) = (folder, version);

    /// <summary>1 or 2.</summary>
    public int Version { get; }

    /// <summary>How often the kernel ended a process in it for want of memory.</summary>
    public long Kills => Entry(Version == 2 ? "memory.events" : "memory.oom_control", "oom_kill ");

    /// <summary>The most that was ever charged to it, in bytes; pages of files that could be dropped at need are included.</summary>
    public long Peak => Entry(Version == 2 ? "memory.peak" : "memory.max_usage_in_bytes", "");

    /// <summary>Makes one; null where that is not allowed.</summary>
    /// <param name="limit">In bytes; memory and swap together.</param>
    public static MemoryCgroup? TryMake(long limit)
    {
        var version = File.Exists(Path.Join(Root, "cgroup.controllers")) ? 2 : 1;
        var folder = Path.Join(Root, version == 2 ? "" : "memory", Text.Of($"vpc-mirror-{Environment.ProcessId}"));
        try
        {
            Directory.CreateDirectory(folder);
            var cgroup = new MemoryCgroup(folder, version);
            cgroup.Write(version == 2 ? "memory.max" : "memory.limit_in_bytes", limit);
            return cgroup;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            if (Directory.Exists(folder)) Directory.Delete(folder);
            return null;
        }
    }

    /// <summary>The command that runs a program in it, from its first instruction on.</summary>
    public IReadOnlyList<string> Command(string program) =>
        ["/bin/sh", "-c", "echo $$ >\"$0\" && exec \"$@\"", Path.Join(_folder, "cgroup.procs"), program];

    /// <summary>Its processes must have ended.</summary>
    public void Dispose() => Directory.Delete(_folder);

    private void Write(string file, long value) =>
        File.WriteAllText(Path.Join(_folder, file), value.ToString(CultureInfo.InvariantCulture));

    private long Entry(string file, string name)
    {
        var path = Path.Join(_folder, file);
        var line = File.Exists(path) ? File.ReadLines(path).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal)) : null;
        return line is null ? 0 : long.Parse(line[name.Length..], CultureInfo.InvariantCulture);
    }
}
