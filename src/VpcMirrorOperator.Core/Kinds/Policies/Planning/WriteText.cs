using System.Globalization;
using VpcMirrorOperator.Kinds.Policies.Packing;

namespace VpcMirrorOperator.Kinds.Policies.Planning;

/// <summary>A write of a policy's session as one line for people: made (+), changed (~) or closed (-).</summary>
internal static class WriteText
{
    /// <summary>The line.</summary>
    public static string Of(ChildWrite write) => write switch
    {
        CreateChild { Spec: var spec } => string.Create(
            CultureInfo.InvariantCulture, $"+ {write.Key.Name}: {spec.Sources.Count} sources to {spec.TargetId}, priority {spec.Priority}"),
        PatchChild patch => string.Create(CultureInfo.InvariantCulture, $"~ {write.Key.Name}: +{Added(patch)} -{Removed(patch)}"),
        CloseChild => $"- {write.Key.Name}",
        _ => $"~ {write.Key.Name}",
    };

    private static int Added(PatchChild patch) => patch.Spec.Sources.Count(id => !patch.Old.Sources.Contains(id));

    private static int Removed(PatchChild patch) => patch.Old.Sources.Count(id => !patch.Spec.Sources.Contains(id));
}
