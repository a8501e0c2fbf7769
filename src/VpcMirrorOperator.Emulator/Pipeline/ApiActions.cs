using System.Collections.Frozen;
using VpcMirrorOperator.Emulator.Actions;
using VpcMirrorOperator.Emulator.Actions.Ecs;
using VpcMirrorOperator.Emulator.Sessions;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Pipeline;

/// <summary>What runs for each operation. One more operation is one more file and one more row.</summary>
internal static class ApiActions
{
    private static readonly FrozenDictionary<string, Func<ApiCall, ActionOutcome>> Known =
        new Dictionary<string, Func<ApiCall, ActionOutcome>>(StringComparer.Ordinal)
        {
            [ApiOperation.List] = ListSessions.Run,
            [ApiOperation.Add] = call => SourceWrite.Run(call, ChangeVerb.Add),
            [ApiOperation.Remove] = call => SourceWrite.Run(call, ChangeVerb.Remove),
            [ApiOperation.Create] = CreateSession.Run,
            [ApiOperation.Update] = UpdateSession.Run,
            [ApiOperation.Delete] = DeleteSession.Run,
            [ApiOperation.CreateFilter] = CreateFilter.Run,
            [ApiOperation.UpdateFilter] = UpdateFilter.Run,
            [ApiOperation.DeleteFilter] = DeleteFilter.Run,
            [ApiOperation.ListFilters] = ListFilters.Run,
            [ApiOperation.CreateRules] = CreateRules.Run,
            [ApiOperation.UpdateRule] = UpdateRule.Run,
            [ApiOperation.DeleteRules] = DeleteRules.Run,
            [ApiOperation.Tag] = TagResources.Run,
            [ApiOperation.Untag] = UntagResources.Run,
            [ApiOperation.ListTags] = ListTagResources.Run,
            [ApiOperation.Move] = MoveResourceGroup.Run,
            [ApiOperation.Open] = OpenService.Run,
            [ApiOperation.ServiceStatus] = GetServiceStatus.Run,
        }.ToFrozenDictionary(StringComparer.Ordinal);

    internal static bool Exists(string action, string version) => Find(action, version) is not null;

    internal static ActionOutcome Run(ApiCall call) => Find(call.Action, call.Version)!(call);

    /// <summary>The version says which product an operation is of: some names are in both.</summary>
    private static Func<ApiCall, ActionOutcome>? Find(string action, string version) => version switch
    {
        ApiOperation.Version => Known.GetValueOrDefault(action),
        EcsOperation.Version => EcsActions.Known.GetValueOrDefault(action),
        _ => null,
    };
}
