using System.Globalization;

namespace VpcMirrorOperator.Benchmarks.World;

/// <summary>Source ids, numbered.</summary>
internal static class Ids
{
    /// <summary>Ids <paramref name="first"/> to <paramref name="first"/> + <paramref name="count"/> - 1.</summary>
    public static string[] Range(int first, int count) =>
        [.. Enumerable.Range(first, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"eni-bp1bench{number:000000}"))];
}
