namespace VpcMirrorOperator.Api.TrafficMirrorFilters;

/// <summary>The writes of a filter.</summary>
public enum FilterOperationVerb
{
    /// <summary>CreateTrafficMirrorFilterRules.</summary>
    CreateRules,

    /// <summary>UpdateTrafficMirrorFilterRuleAttribute.</summary>
    UpdateRule,

    /// <summary>DeleteTrafficMirrorFilterRules.</summary>
    DeleteRules,
}
