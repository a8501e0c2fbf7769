using System.Globalization;

namespace VpcMirrorOperator.Output;

/// <summary>The line below a live table: how far the work is. Pure.</summary>
internal static class ProgressLine
{
    /// <summary>For example <c>3 of 40 sessions Ready, 1 blocked, 2:05, 16 not shown</c>.</summary>
    /// <param name="rows">All sessions.</param>
    /// <param name="hidden">How many of them the table has no room for.</param>
    /// <param name="elapsed">Since the command started.</param>
    public static string Of(IReadOnlyList<SessionRow> rows, int hidden, TimeSpan elapsed)
    {
        int Count(SessionProgress progress) => rows.Count(r => r.Progress == progress);
        var blocked = Count(SessionProgress.Blocked);
        var all = Counted.Of(rows.Count, SessionRow.NounOf(rows.Select(row => row.Kind)));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Count(SessionProgress.Ready)} of {all} Ready{(blocked == 0 ? "" : $", {blocked} blocked")}, " +
            $"{(int)elapsed.TotalMinutes}:{elapsed.Seconds:00}{(hidden == 0 ? "" : $", {hidden} not shown")}");
    }
}
