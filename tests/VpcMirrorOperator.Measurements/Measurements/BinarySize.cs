using VpcMirrorOperator.Measurements.Report;

namespace VpcMirrorOperator.Measurements.Measurements;

/// <summary>The file that is shipped.</summary>
internal static class BinarySize
{
    public static Task<Row[]> RunAsync(string binary) =>
        Task.FromResult<Row[]>([new Row("native binary", Text.Megabytes(new FileInfo(binary).Length), "<= 20 MB")]);
}
