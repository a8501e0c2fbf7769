namespace VpcMirrorOperator.Api.Shared;

/// <summary>What a recorded write does to an object of the cloud.</summary>
public enum OperationVerb
{
    /// <summary><c>AddSourcesToTrafficMirrorSession</c>.</summary>
    Add,

    /// <summary><c>RemoveSourcesFromTrafficMirrorSession</c>.</summary>
    Remove,

    /// <summary>Makes the session or filter.</summary>
    Create,

    /// <summary>Changes attributes of it.</summary>
    Update,

    /// <summary>Deletes it.</summary>
    Delete,

    /// <summary><c>TagResources</c>: sets tags of it.</summary>
    Tag,

    /// <summary><c>UnTagResources</c>: takes tags off it.</summary>
    Untag,

    /// <summary><c>CreateTrafficMirrorFilterRules</c>.</summary>
    CreateRules,

    /// <summary><c>UpdateTrafficMirrorFilterRuleAttribute</c>.</summary>
    UpdateRule,

    /// <summary><c>DeleteTrafficMirrorFilterRules</c>.</summary>
    DeleteRules,
}
