namespace VpcMirrorOperator.Emulator.Filters;

/// <summary>TrafficMirrorFilterStatus and TrafficMirrorFilterRuleStatus: filters and their rules have the same four states.</summary>
public enum FilterStatus
{
    /// <summary>Ready: the only state in which a filter or a rule takes changes.</summary>
    Created,

    /// <summary>Being created.</summary>
    Creating,

    /// <summary>A change was accepted and is not finished.</summary>
    Modifying,

    /// <summary>Being deleted.</summary>
    Deleting,
}
