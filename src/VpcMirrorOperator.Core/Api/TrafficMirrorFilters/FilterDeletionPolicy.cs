namespace VpcMirrorOperator.Api.TrafficMirrorFilters;

/// <summary>What becomes of a created filter when its object is deleted.</summary>
public enum FilterDeletionPolicy
{
    /// <summary>It stays as it is.</summary>
    Retain,

    /// <summary>It is deleted, once no session uses it, if it carries the object's mark (rules S2, S12 and S15).</summary>
    Delete,
}
