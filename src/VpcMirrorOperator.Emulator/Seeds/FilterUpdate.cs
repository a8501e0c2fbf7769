namespace VpcMirrorOperator.Emulator.Seeds;

/// <summary>What UpdateTrafficMirrorFilterAttribute can change; null leaves a field as it is.</summary>
/// <param name="Name">TrafficMirrorFilterName.</param>
/// <param name="Description">TrafficMirrorFilterDescription.</param>
public sealed record FilterUpdate(string? Name, string? Description)
{
    internal FilterSeed ApplyTo(FilterSeed filter) =>
        filter with { Name = Name ?? filter.Name, Description = Description ?? filter.Description };
}
