namespace VpcMirrorOperator.Emulator.Filters;

/// <summary>Which packets of the mirrored network interface a rule is about.</summary>
public enum TrafficDirection
{
    /// <summary>Packets that the interface receives: <c>IngressRules</c>.</summary>
    Ingress,

    /// <summary>Packets that the interface sends: <c>EgressRules</c>.</summary>
    Egress,
}
