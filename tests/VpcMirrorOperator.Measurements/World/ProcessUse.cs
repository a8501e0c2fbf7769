using System.Globalization;

namespace VpcMirrorOperator.Measurements.World;

/// <summary>What a process uses, from <c>/proc</c> (proc(5)).</summary>
internal static class ProcessUse
{
    // USER_HZ, which is 100 on every architecture that the binary is built for.
    private const int TicksPerSecond = 100;

    /// <summary>Memory that is resident now, in bytes.</summary>
    public static long Resident(int pid) => Status(pid, "VmRSS:");

    /// <summary>
    /// The part of <see cref="Resident"/> that are pages of files, above all of the program itself: the kernel can drop them at need.
    /// </summary>
    public static long Files(int pid) => Status(pid, "RssFile:");

    /// <summary>The most that ever was resident, in bytes.</summary>
    public static long Peak(int pid) => Status(pid, "VmHWM:");

    /// <summary>Processor time used so far, in user mode and in the kernel.</summary>
    public static TimeSpan Cpu(int pid)
    {
        var stat = File.ReadAllText($"/proc/{pid}/stat");
        // The name in parentheses may contain anything; after it follow fields 3 and up, of which 14 and 15 are utime and stime.
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return TimeSpan.FromSeconds((Number(fields[11]) + Number(fields[12])) / (double)TicksPerSecond);
    }

    private static long Status(int pid, string field)
    {
        var line = File.ReadLines($"/proc/{pid}/status").First(line => line.StartsWith(field, StringComparison.Ordinal));
        return 1024 * Number(line[field.Length..].Replace("kB", "", StringComparison.Ordinal));
    }

    private static long Number(string text) => long.Parse(text.Trim(), CultureInfo.InvariantCulture);
}
