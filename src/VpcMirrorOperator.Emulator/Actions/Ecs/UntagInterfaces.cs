using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Actions.Ecs;

/// <summary>UntagResources of ECS for network interfaces: removes the given keys, or all tags with <c>All=true</c> and no key.</summary>
internal static class UntagInterfaces
{
    private const int MostKeys = 20;

    internal static ActionOutcome Run(ApiCall call)
    {
        var (found, error) = TaggedResources.Find(call);
        var keys = call.Parameters.List("TagKey");
        var (all, allError) = call.Parameters.Flag("All");
        if ((error ?? allError) is { } refusal) return ActionOutcome.Refused(refusal);
        if (keys.Length > MostKeys) return ActionOutcome.Refused(EcsErrors.Invalid("TagKey", $"at most {MostKeys} are allowed"));
        if (keys.IsEmpty && all != true) return ActionOutcome.Refused(CloudErrors.Missing("TagKey"));
        foreach (var one in found)
            TaggedResources.SetTags(call, one, keys.IsEmpty ? one.Attributes.Tags.Clear() : one.Attributes.Tags.RemoveRange(keys));
        return new(ApiJson.WriteAccepted(call.RequestId), Executed: true);
    }
}
