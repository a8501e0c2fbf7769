namespace VpcMirrorOperator.Emulator.Filters;

/// <summary>The address family of a rule. The service takes rules of both and mirrors packets of IPv4 only.</summary>
public enum IpVersion
{
    /// <summary><c>IPv4</c>.</summary>
    IPv4,

    /// <summary><c>IPv6</c>.</summary>
    IPv6,
}
