using System.Globalization;

namespace VpcMirrorOperator.Api.TrafficMirrorFilters;

/// <summary>A block of IPv4 addresses. Two texts of one block, such as <c>10.1.2.3/8</c> and <c>10.0.0.0/8</c>, are equal.</summary>
/// <param name="First">The first address of the block.</param>
/// <param name="Length">The length of its prefix, 0 to 32 bits.</param>
public readonly record struct CidrBlock(uint First, int Length)
{
    /// <summary>Every address.</summary>
    public static readonly CidrBlock All = new(0, 0);

    /// <summary>The last address of the block.</summary>
    public uint Last => First | ~Mask(Length);

    /// <summary>Reads four decimal numbers and a length, such as <c>10.0.0.0/8</c>.</summary>
    /// <returns>False for anything else; IPv6 included.</returns>
    public static bool TryParse(string? text, out CidrBlock block)
    {
        block = default;
        if (text?.Split('/') is not [var address, var bits] || !Number(bits, 32, out var length)) return false;
        if (address.Split('.') is not { Length: 4 } parts) return false;
        var value = 0u;
        foreach (var part in parts)
        {
            if (!Number(part, 255, out var octet)) return false;
            value = (value << 8) | (uint)octet;
        }

        block = new CidrBlock(value & Mask(length), length);
        return true;
    }

    /// <summary>For example <c>10.0.0.0/8</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{First >> 24}.{(First >> 16) & 255}.{(First >> 8) & 255}.{First & 255}/{Length}");

    private static uint Mask(int length) => length == 0 ? 0 : uint.MaxValue << (32 - length);

    /// <summary>Without leading zeros: to some readers they are octal.</summary>
    private static bool Number(string text, int most, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= most
        && (text.Length == 1 || text[0] != '0');
}
