namespace VpcMirrorOperator.Measurements.Report;

/// <summary>What is aimed at, in the order of the columns of <see cref="Comparison"/>; "x" is beside client-go in the same run.</summary>
internal static class Aims
{
    /// <summary>For a number of objects; null where none is set.</summary>
    public static string[]? Of(int objects) => objects switch
    {
        100 => Row("<= 32 MB", "10", ""),
        1_000 => Row("<= 36 MB", "10", ""),
        10_000 => Row("<= 52 MB", "100", "<= 100 kB"),
        _ => null,
    };

    private static string[] Row(string resident, string cloudCalls, string log) =>
        [resident, "<= 66 MB", "<= x 0.80", "", "<= x 1.10", "", "0", cloudCalls, log, "", "0", "<= 17 MB"];
}
