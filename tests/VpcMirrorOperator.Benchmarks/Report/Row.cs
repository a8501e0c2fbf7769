namespace VpcMirrorOperator.Benchmarks.Report;

/// <summary>One line of the table.</summary>
/// <param name="Number">Of the measurement.</param>
/// <param name="Case">What was done.</param>
/// <param name="Measured">What came out.</param>
/// <param name="Target">What must come out; empty when nothing must.</param>
/// <param name="Ok">Whether it did; null when nothing must.</param>
internal sealed record Row(int Number, string Case, string Measured, string Target = "", bool? Ok = null);
