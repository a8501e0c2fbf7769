using System.Collections.Frozen;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Actions.Ecs;

/// <summary>What runs for each operation of ECS.</summary>
internal static class EcsActions
{
    internal static FrozenDictionary<string, Func<ApiCall, ActionOutcome>> Known { get; } =
        new Dictionary<string, Func<ApiCall, ActionOutcome>>(StringComparer.Ordinal)
        {
            [EcsOperation.Describe] = DescribeInterfaces.Run,
            [EcsOperation.ListTags] = ListInterfaceTags.Run,
            [EcsOperation.Tag] = TagInterfaces.Run,
            [EcsOperation.Untag] = UntagInterfaces.Run,
        }.ToFrozenDictionary(StringComparer.Ordinal);
}
