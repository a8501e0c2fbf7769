using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kinds.Policies.Packing;

namespace VpcMirrorOperator.Kinds.Policies.Children;

/// <summary><c>suspend</c> and <c>managementPolicy</c> as one word, and back (rule P17).</summary>
internal static class ChildModes
{
    /// <summary>The mode of two fields.</summary>
    public static PolicyMode Of(bool? suspend, ManagementPolicy? policy) => suspend == true ? PolicyMode.Suspended : policy switch
    {
        ManagementPolicy.AddOnly => PolicyMode.AddOnly,
        ManagementPolicy.Observe => PolicyMode.Observe,
        _ => PolicyMode.Sync,
    };

    /// <summary>The management policy of a mode; null for Sync, and for a child that is suspended only.</summary>
    public static ManagementPolicy? PolicyOf(PolicyMode mode) => mode switch
    {
        PolicyMode.AddOnly => ManagementPolicy.AddOnly,
        PolicyMode.Observe => ManagementPolicy.Observe,
        _ => null,
    };
}
