namespace VpcMirrorOperator.Measurements.Report;

/// <summary>One line of the table.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Measured">What came out.</param>
/// <param name="Aim">What is aimed at; empty when nothing is.</param>
internal sealed record Row(string What, string Measured, string Aim = "");
