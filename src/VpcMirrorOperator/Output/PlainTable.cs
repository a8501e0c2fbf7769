namespace VpcMirrorOperator.Output;

/// <summary>A table as kubectl prints it: columns padded with blanks, nothing cut, the last column as it is. Pure.</summary>
internal static class PlainTable
{
    private const int Gap = 3;

    /// <summary>The lines, the headers first.</summary>
    /// <param name="headers">One for each column.</param>
    /// <param name="rows">As many cells each as there are headers.</param>
    public static IEnumerable<string> Render(IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows)
    {
        IReadOnlyList<string>[] all = [headers, .. rows];
        var widths = headers.Select((_, column) => all.Max(row => row[column].Length) + Gap).ToArray();
        return all.Select(row => string.Concat(row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }
}
