using System.Globalization;

namespace VpcMirrorOperator.Manifests;

/// <summary>Reads a whole number with bounds.</summary>
internal static class NumberReader
{
    /// <summary>The number; null when it is absent or wrong.</summary>
    /// <param name="reader">The mapping.</param>
    /// <param name="field">Its field.</param>
    /// <param name="least">The smallest that is allowed, 0 or more.</param>
    /// <param name="most">The largest.</param>
    public static int? Read(MapReader reader, string field, int least, int most)
    {
        switch (reader.Value(field))
        {
            case null:
                return null;
            case YamlScalar scalar when YamlScalarKind.Of(scalar) == ScalarKind.Number
                && int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number >= least && number <= most:
                return number;
            case var other:
                reader.Wrong(
                    field, string.Create(CultureInfo.InvariantCulture, $"must be a number from {least} to {most}, not {other.Description}"),
                    string.Create(CultureInfo.InvariantCulture, $"Write a number from {least} to {most}."));
                return null;
        }
    }
}
