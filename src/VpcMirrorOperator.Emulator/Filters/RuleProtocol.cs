namespace VpcMirrorOperator.Emulator.Filters;

/// <summary>The protocol of a rule. Only TCP and UDP have ports.</summary>
public enum RuleProtocol
{
    /// <summary>Every protocol; <c>ALL</c>.</summary>
    All,

    /// <summary><c>ICMP</c>.</summary>
    Icmp,

    /// <summary><c>TCP</c>.</summary>
    Tcp,

    /// <summary><c>UDP</c>.</summary>
    Udp,
}
